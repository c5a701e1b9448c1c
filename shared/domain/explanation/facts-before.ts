import { compareIds } from '../purchase/compare-ids.ts';
import type { OrderSnapshot, Purchase } from '../purchase/purchase.ts';
import type { Facts } from '../standing/standing.ts';

/**
 * The facts that a purchase found: those bought before it in the order of purchases, by instant, then by order id;
 * never the purchase itself (rules 1). Returns, cards and hands keep their own instants.
 */
export function factsBefore(facts: Facts, { orderId, processedAt }: OrderSnapshot): Facts {
  const isBefore = ({ snapshot, orderId: other }: Purchase): boolean =>
    snapshot !== null &&
    (snapshot.processedAt < processedAt || (snapshot.processedAt === processedAt && compareIds(other, orderId) < 0));
  const purchases = facts.purchases.filter(isBefore);
  if (facts.referred === undefined) return { ...facts, purchases };
  return { ...facts, purchases, referred: facts.referred.filter(({ purchase }) => isBefore(purchase)) };
}
