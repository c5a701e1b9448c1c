import type { OrderId } from '../ids.ts';
import type { OrderSnapshot, OrderState, Purchase, Refund } from './purchase.ts';

/** How far an order has come. */
const PROGRESS: Readonly<Record<OrderState, number>> = { owed: 0, paid: 1, cancelled: 2, deleted: 3 };

/**
 * Orders the snapshots of one order. Shopify's `updated_at` has whole seconds, in which an order may be made and paid:
 * of two with the same one the further one is the newer, so that their arrival makes no difference.
 */
export const newness = ({ updatedAt, state, cancelledAt }: OrderSnapshot): number =>
  updatedAt * 8 + PROGRESS[state] * 2 + (cancelledAt === null ? 0 : 1);

/** The newer of two snapshots; of two equally new ones the first stays. */
export function newerSnapshot(known: OrderSnapshot | null, told: OrderSnapshot | null): OrderSnapshot | null {
  if (known === null || told === null) return known ?? told;
  return newness(told) > newness(known) ? told : known;
}

/**
 * Newest snapshot and union of refunds by id: whatever order the facts arrive in, and however often, the result is
 * the same (rules 1). `changed` says whether anything new was told.
 */
export function mergePurchase(
  known: Purchase | null,
  orderId: OrderId,
  snapshot: OrderSnapshot | null,
  refunds: readonly Refund[],
): { readonly purchase: Purchase; readonly changed: boolean } {
  const before = known ?? { orderId, snapshot: null, refunds: [] };
  const newest = newerSnapshot(before.snapshot, snapshot);
  const seen = new Set(before.refunds.map((r) => r.refundId));
  const fresh = refunds.filter((r) => !seen.has(r.refundId) && seen.add(r.refundId));
  const changed = newest !== before.snapshot || fresh.length > 0;
  return { purchase: { orderId, snapshot: newest, refunds: [...before.refunds, ...fresh] }, changed };
}
