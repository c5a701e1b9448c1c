import type { OrderSnapshot, Purchase, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { aSnapshot } from './a-snapshot.ts';

/** A purchase of `aSnapshot`; what is said is its snapshot's, except the refunds. */
export function aPurchase({ refunds = [], ...said }: Partial<OrderSnapshot> & { refunds?: readonly Refund[] } = {}) {
  const snapshot = aSnapshot(said);
  return { orderId: snapshot.orderId, snapshot, refunds } satisfies Purchase;
}
