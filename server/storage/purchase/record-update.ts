import { fullness, newness } from '../../../shared/domain/purchase/merge-purchase.ts';
import type { OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { encodeRefund, encodeSnapshot } from './purchase.codec.ts';

const SNAPSHOT = { $ifNull: ['$snapshot', null] };
const REFUNDS = { $ifNull: ['$refunds', []] };

/** The snapshot told where none is known or the known one is less new; else the known one. */
function newest(snapshot: OrderSnapshot | null): unknown {
  if (snapshot === null) return SNAPSHOT;
  const isNewer = { $or: [{ $eq: [SNAPSHOT, null] }, { $gt: [newness(snapshot), '$snapshot.newness'] }] };
  return { $cond: [isNewer, { $literal: encodeSnapshot(snapshot) }, '$snapshot'] };
}

/** One telling of each refund, the fullest. */
function fullest(refunds: readonly Refund[]): readonly Refund[] {
  const byId = new Map<string, Refund>();
  for (const refund of refunds) {
    const other = byId.get(refund.refundId);
    if (other === undefined || fullness(refund) > fullness(other)) byId.set(refund.refundId, refund);
  }
  return [...byId.values()];
}

/** The refunds known, each in its fuller telling, and behind them those told whose id is not among them. */
function union(refunds: readonly Refund[]): unknown {
  if (refunds.length === 0) return REFUNDS;
  const told = { $literal: fullest(refunds).map(encodeRefund) };
  const isFuller = {
    $and: [{ $eq: ['$$told.refundId', '$$known.refundId'] }, { $gt: ['$$told.fullness', '$$known.fullness'] }],
  };
  const fuller = { $first: { $filter: { input: told, as: 'told', cond: isFuller } } };
  const known = { $map: { input: REFUNDS, as: 'known', in: { $ifNull: [fuller, '$$known'] } } };
  const isKnown = { $in: ['$$told.refundId', { $ifNull: ['$refunds.refundId', []] }] };
  return { $concatArrays: [known, { $filter: { input: told, as: 'told', cond: { $not: [isKnown] } } }] };
}

/**
 * `mergePurchase` in the database's words: one atomic update, so that two deliveries at once, repeated and in any
 * order, end in the same purchase. A property test holds it to the pure one.
 */
export function recordUpdate(snapshot: OrderSnapshot | null, refunds: readonly Refund[]): readonly object[] {
  const isTouched = {
    $or: [{ $ne: ['$refunds', []] }, { $gt: [{ $ifNull: ['$snapshot.cancelledAt', null] }, null] }],
  };
  return [
    {
      $set: {
        customerId: { $ifNull: ['$customerId', null] },
        contested: { $ifNull: ['$contested', false] },
        snapshot: newest(snapshot),
        refunds: union(refunds),
      },
    },
    { $set: { isTouched } },
  ];
}
