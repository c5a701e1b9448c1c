import { monthOf } from '../calendar/month.ts';
import type { Instant } from '../ids.ts';
import { firstUnits } from '../money/spread.ts';
import type { ProgramVersion } from '../program/program.ts';
import type { Made } from './accumulate.ts';
import type { Standing } from './standing.ts';

/** What our discounts took off the units of a purchase that were kept. */
function givenOn({ purchase: { snapshot }, lines }: Made): number {
  const sold = new Map((snapshot?.lines ?? []).map((line) => [line.lineId, line]));
  let sum = 0;
  for (const { lineId, items } of lines) {
    const line = sold.get(lineId);
    if (line !== undefined) sum += firstUnits(line.ourDiscountMinor, line.quantity, items);
  }
  return sum;
}

type CapNow = Pick<Standing, 'capMinor'> & Pick<Standing, 'changesAt'>;

/**
 * What a version gives the next purchase at most (rules 3.6): the cap of an order, and what the customer's discounts of
 * this calendar month have left of the month's. `made`: all purchases by `asOf`, in scope or not. Whatever comes back
 * makes room again; the next month begins anew (decision 0056).
 */
export function capNow({ caps, timeZone }: ProgramVersion, made: readonly Made[], asOf: Instant): CapNow {
  if (caps === undefined) return { changesAt: null };
  const { orderMinor, monthMinor } = caps;
  if (monthMinor === null) return orderMinor === null ? { changesAt: null } : { capMinor: orderMinor, changesAt: null };
  const { startsAt, endsAt } = monthOf(asOf, timeZone);
  let givenMinor = 0;
  for (const one of made) if (one.at >= startsAt) givenMinor += givenOn(one);
  const left = Math.max(0, monthMinor - givenMinor);
  return { capMinor: Math.min(left, orderMinor ?? left), changesAt: givenMinor === 0 ? null : endsAt };
}
