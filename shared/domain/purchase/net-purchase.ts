import type { Instant, LineId } from '../ids.ts';
import { firstUnits, spread } from '../money/spread.ts';
import type { NetLine, NetPurchase, OrderSnapshot, Purchase, Refund } from './purchase.ts';

/** Terms the merchant accepts: whether orders that are still owed count (rules 1). */
export type Terms = { readonly owedCounts: boolean };

type Left = { readonly lineId: LineId; items: number; amountMinor: number };

/** Numbers compare as numbers where both are some, else as text. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length && /^\d+$/.test(a) && /^\d+$/.test(b)) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether an order is a purchase at all: paid (or owed on accepted terms), no test, not withdrawn before payment. */
export function isPurchase(snapshot: OrderSnapshot | null, terms: Terms): snapshot is OrderSnapshot {
  if (snapshot === null || snapshot.isTest) return false;
  return snapshot.state === 'paid' || (snapshot.state === 'owed' && terms.owedCounts);
}

const keep = (left: Left, items: number): void => {
  left.amountMinor = firstUnits(left.amountMinor, left.items, items);
  left.items = items;
};

function takeReturn(lines: readonly Left[], refund: Refund): void {
  for (const { lineId, quantity } of refund.lines) {
    const left = lines.find((l) => l.lineId === lineId);
    if (left !== undefined) keep(left, Math.max(0, left.items - quantity));
  }
}

function takeGoodwill(lines: readonly Left[], goodwillMinor: number): void {
  const worth = lines.map((l) => l.amountMinor);
  const total = worth.reduce((a, b) => a + b, 0);
  const shares = spread(Math.min(goodwillMinor, total), worth);
  lines.forEach((line, i) => {
    line.amountMinor -= shares[i] ?? 0;
  });
}

const inTime = (a: Refund, b: Refund) => a.processedAt - b.processedAt || compareIds(a.refundId, b.refundId);

function leftLines(purchase: Purchase, snapshot: OrderSnapshot, asOf: Instant): readonly Left[] {
  const goods = snapshot.lines.filter((l) => !l.isGiftCard);
  const lines = goods.map((line): Left => {
    const items = Math.max(0, line.quantity - line.removedQuantity);
    return { lineId: line.lineId, items, amountMinor: firstUnits(line.amountMinor, line.quantity, items) };
  });
  for (const refund of purchase.refunds.filter((r) => r.processedAt <= asOf).sort(inTime)) {
    takeReturn(lines, refund);
    if (refund.goodwillMinor > 0) takeGoodwill(lines, refund.goodwillMinor);
  }
  return lines;
}

const withoutGoods = (left: readonly Left[]) => left.map((l) => ({ ...l, items: 0, amountMinor: 0 }));

/**
 * What is left of a purchase at `asOf` (rules 1): units spread by largest remainder, returned ones gone from the end,
 * goodwill spread by value over what remained at its instant. A return later than `asOf` has not happened; a purchase
 * cancelled by then has nothing left. Null: no purchase, or not yet made.
 */
export function netPurchase(purchase: Purchase, asOf: Instant, terms: Terms): NetPurchase | null {
  const { snapshot } = purchase;
  if (!isPurchase(snapshot, terms) || snapshot.processedAt > asOf) return null;
  const cancelled = snapshot.cancelledAt !== null && snapshot.cancelledAt <= asOf;
  const left = leftLines(purchase, snapshot, asOf);
  const products = new Map(snapshot.lines.map((l) => [l.lineId, l.productId]));
  const lines = (cancelled ? withoutGoods(left) : left).map(
    (l): NetLine => ({ ...l, productId: products.get(l.lineId) ?? null }),
  );
  return {
    orderId: purchase.orderId,
    processedAt: snapshot.processedAt,
    lines,
    items: lines.reduce((sum, l) => sum + l.items, 0),
    amountMinor: lines.reduce((sum, l) => sum + l.amountMinor, 0),
    counts: lines.some((l) => l.items > 0 && l.amountMinor > 0),
  };
}
