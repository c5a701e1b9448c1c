import type { Cause } from '../../../shared/domain/journal/journal.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { RecordPurchase } from '../use-cases.ts';

/** Shopify changes an order in the moment it takes a refund, and tells both; either may come first. */
const SAME_MOMENT_MS = 60_000;

/**
 * What the journal names as the reason. Read from what was told alone, so that a repeat after a crash gives the same
 * reason: a refund told by itself, or one in whose moment the order was updated; else the order.
 */
export function causeOfPurchase({ orderId, snapshot, refunds }: RecordPurchase, purchase: Purchase): Cause {
  const newest = refunds.reduce<(typeof refunds)[number] | null>(
    (a, b) => (a === null || b.processedAt >= a.processedAt ? b : a),
    null,
  );
  const isRefund = newest !== null && (snapshot?.updatedAt ?? 0) - newest.processedAt < SAME_MOMENT_MS;
  if (isRefund) return { kind: 'refund', orderId, refundId: newest.refundId };
  return { kind: 'order', orderId, name: (snapshot ?? purchase.snapshot)?.name ?? '' };
}
