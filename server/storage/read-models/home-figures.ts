import { addDays, dayOf, startOfDay } from '../../../shared/domain/calendar/day.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { firstUnits } from '../../../shared/domain/money/spread.ts';
import { netPurchase, type Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import type { OrderSnapshot, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { HomeFigures } from '../../app/ports/read-models.ts';

const DAYS = 30;

/** What one or many purchases bring to a day: net revenue and what we gave on the goods that were kept. */
export type DaySum = { readonly purchases: number; readonly revenueMinor: number; readonly discountMinor: number };
const NONE: DaySum = { purchases: 0, revenueMinor: 0, discountMinor: 0 };

export const addSums = (a: DaySum, b: DaySum): DaySum => ({
  purchases: a.purchases + b.purchases,
  revenueMinor: a.revenueMinor + b.revenueMinor,
  discountMinor: a.discountMinor + b.discountMinor,
});

/** A purchase as the home page counts it at `asOf`; nothing when nothing of it is left. */
export function sumOf(purchase: Purchase, asOf: Instant, terms: Terms): DaySum {
  const net = netPurchase(purchase, asOf, terms);
  if (net === null || !net.counts) return NONE;
  const lines = new Map((purchase.snapshot?.lines ?? []).map((line) => [line.lineId, line]));
  const discountMinor = net.lines.reduce((sum, { lineId, items }) => {
    const line = lines.get(lineId);
    return sum + (line === undefined ? 0 : firstUnits(line.ourDiscountMinor, line.quantity, items));
  }, 0);
  return { purchases: 1, revenueMinor: net.amountMinor, discountMinor };
}

/** What a snapshot brings while nothing is returned or cancelled: kept beside it, so that the database adds up days. */
export function unreturnedSum(snapshot: OrderSnapshot): DaySum {
  const purchase = { orderId: snapshot.orderId, snapshot: { ...snapshot, cancelledAt: null }, refunds: [] };
  return sumOf(purchase, snapshot.processedAt, { owedCounts: true });
}

/** The last 30 days of the shop's calendar, today included: each with its first instant; `endsAt` is tomorrow's. */
export function homeDays(
  timeZone: string,
  now: Instant,
): readonly { readonly day: string; readonly startsAt: Instant }[] {
  const today = dayOf(now, timeZone);
  return Array.from({ length: DAYS }, (_, i) => addDays(today, i - DAYS + 1)).map((day) => ({
    day,
    startsAt: startOfDay(day, timeZone),
  }));
}

/** Puts the sums of days together; days without a purchase are there with zeros. */
export function homeFigures(
  counted: Pick<HomeFigures, 'customers' | 'holders' | 'cardsIssued'>,
  days: readonly { readonly day: string; readonly startsAt: Instant }[],
  sums: ReadonlyMap<Instant, DaySum>,
): HomeFigures {
  const byDay = days.map(({ day, startsAt }) => ({ day, ...(sums.get(startsAt) ?? NONE) }));
  const total = byDay.reduce((all, day) => addSums(all, day), NONE);
  return {
    ...counted,
    purchases30: total.purchases,
    revenue30Minor: total.revenueMinor,
    discount30Minor: total.discountMinor,
    byDay,
  };
}
