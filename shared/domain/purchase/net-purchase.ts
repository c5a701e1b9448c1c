import type { Instant, LineId, ProductId } from '../ids.ts';
import { compareIds } from './compare-ids.ts';
import { keepUnits, rewardedOf, type UnitsLeft } from './keep-units.ts';
import type { NetPurchase, OrderLine, OrderSnapshot, Purchase, Refund } from './purchase.ts';
import { takeGoodwill } from './take-goodwill.ts';

/** Terms the merchant accepts: whether orders that are still owed count (rules 1). */
export type Terms = { readonly owedCounts: boolean };

type Left = UnitsLeft & { readonly lineId: LineId; readonly productId: ProductId | null };

/** Whether an order is a purchase at all: paid (or owed on accepted terms), no test, not withdrawn before payment. */
export function isPurchase(snapshot: OrderSnapshot | null, terms: Terms): snapshot is OrderSnapshot {
  if (snapshot === null || snapshot.isTest) return false;
  return snapshot.state === 'paid' || (snapshot.state === 'owed' && terms.owedCounts);
}

function leftOf(line: OrderLine): Left {
  const { lineId, productId, quantity, removedQuantity, amountMinor } = line;
  const left: Left = { lineId, productId, items: quantity, amountMinor };
  const rewarded = line.reward === undefined ? null : rewardedOf(line);
  if (rewarded !== null) left.reward = rewarded;
  if (removedQuantity > 0 || quantity === 0) keepUnits(left, Math.max(0, quantity - removedQuantity));
  return left;
}

function takeReturn(lines: readonly Left[], refund: Refund): void {
  for (const { lineId, quantity } of refund.lines) {
    const left = lines.find((l) => l.lineId === lineId);
    if (left !== undefined) keepUnits(left, Math.max(0, left.items - quantity));
  }
}

/** The order in which returns take away: by their instant, then by their number. */
export const inTimeOfRefunds = (a: Refund, b: Refund): number =>
  a.processedAt - b.processedAt || compareIds(a.refundId, b.refundId);

function takeBack(lines: readonly Left[], refunds: readonly Refund[], asOf: Instant): void {
  for (const refund of refunds.filter((r) => r.processedAt <= asOf).sort(inTimeOfRefunds)) {
    takeReturn(lines, refund);
    if (refund.goodwillMinor > 0) takeGoodwill(lines, refund.goodwillMinor);
  }
}

function leftLines({ refunds }: Purchase, { lines, cancelledAt }: OrderSnapshot, asOf: Instant): readonly Left[] {
  const left: Left[] = [];
  for (const line of lines) if (!line.isGiftCard) left.push(leftOf(line));
  if (cancelledAt !== null && cancelledAt <= asOf)
    return left.map((l) => ({ lineId: l.lineId, productId: l.productId, items: 0, amountMinor: 0 }));
  if (refunds.length > 0) takeBack(left, refunds, asOf);
  return left;
}

/**
 * What is left of a purchase at `asOf` (rules 1): units spread by largest remainder, returned ones gone from the end,
 * goodwill spread by value over what remained at its instant (decision 0005). A return later than `asOf` has not
 * happened; a purchase cancelled by then has nothing left. Null: no purchase, or not yet made.
 */
export function netPurchase(purchase: Purchase, asOf: Instant, terms: Terms): NetPurchase | null {
  const { orderId, snapshot } = purchase;
  if (!isPurchase(snapshot, terms) || snapshot.processedAt > asOf) return null;
  const lines = leftLines(purchase, snapshot, asOf);
  let [items, amountMinor, counts] = [0, 0, false];
  for (const line of lines) {
    items += line.items;
    amountMinor += line.amountMinor;
    // What no item is left of is worth nothing, so an amount above zero is an item with one.
    counts ||= line.amountMinor > 0;
  }
  const { processedAt, channel, locationId } = snapshot;
  return { orderId, processedAt, place: { channel, locationId }, lines, items, amountMinor, counts };
}
