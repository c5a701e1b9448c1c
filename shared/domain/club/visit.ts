import { dayOf } from '../calendar/day.ts';
import type { Instant, OrderId, ShopId } from '../ids.ts';
import { firstUnits } from '../money/spread.ts';
import { netPurchase, type Terms } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';

/** A calendar month in the shop's time zone, `YYYY-MM`. */
export type MonthName = string;

/** What a month of an account comes to, in minor units of the host's currency; below zero where more came back. */
export type VisitPart = {
  readonly month: MonthName;
  readonly purchases: number;
  readonly amountMinor: number;
  readonly discountMinor: number;
};

/** A purchase made in one shop of a club (the host) with a card of another (`partner`), month by month; of nobody. */
export type Visit = { readonly orderId: OrderId; readonly partner: ShopId; readonly parts: readonly VisitPart[] };

export const monthOf = (at: Instant, timeZone: string): MonthName => dayOf(at, timeZone).slice(0, 7);

const NOTHING = { purchases: 0, amountMinor: 0, discountMinor: 0 };

/** What a purchase is worth at an instant, and what our discount gave on the units that are left. */
function worthAt(purchase: Purchase, asOf: Instant, terms: Terms): Omit<VisitPart, 'month'> {
  const net = netPurchase(purchase, asOf, terms);
  if (net === null) return NOTHING;
  const lines = new Map((purchase.snapshot?.lines ?? []).map((line) => [line.lineId, line]));
  let discountMinor = 0;
  for (const { lineId, items } of net.lines) {
    const line = lines.get(lineId);
    if (line !== undefined) discountMinor += firstUnits(line.ourDiscountMinor, line.quantity, items);
  }
  return { purchases: net.counts ? 1 : 0, amountMinor: net.amountMinor, discountMinor };
}

/**
 * A purchase as the accounts of its months tell it (decision 0069): in each month in which something happened to it,
 * what it was worth at the month's last such instant less what it was worth before. So the months add up to what is
 * left, and a return is told in its own month and changes no earlier one.
 */
export function visitParts(purchase: Purchase, terms: Terms, timeZone: string): readonly VisitPart[] {
  const { snapshot, refunds } = purchase;
  if (snapshot === null) return [];
  const happened = [snapshot.processedAt, ...refunds.map(({ processedAt }) => processedAt), snapshot.cancelledAt ?? 0];
  const instants = happened.filter((at) => at >= snapshot.processedAt).sort((a, b) => a - b);
  const lastIn = new Map(instants.map((at) => [monthOf(at, timeZone), at]));
  let before = NOTHING;
  return [...lastIn].map(([month, at]) => {
    const now = worthAt(purchase, at, terms);
    const part = {
      month,
      purchases: now.purchases - before.purchases,
      amountMinor: now.amountMinor - before.amountMinor,
      discountMinor: now.discountMinor - before.discountMinor,
    };
    before = now;
    return part;
  });
}
