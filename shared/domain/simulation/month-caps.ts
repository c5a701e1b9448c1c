import { monthOf } from '../calendar/month.ts';
import type { Instant } from '../ids.ts';
import type { ReadDraft } from '../program/read-draft.ts';
import { NO_CAP } from './book.ts';

/** A calendar month of one customer, and what was given in it and not brought back. */
export type MonthGiven = { readonly endsAt: Instant; minor: number };

/** What one customer's purchases may be given at most, walked forward in time (rules 3.6). */
export type MonthCaps = {
  readonly leftAt: (at: Instant) => number;
  /** Where what a purchase is given is counted; null: nobody asks. */
  readonly monthAt: (at: Instant) => MonthGiven | null;
};

/** As `capNow` has it of facts: what comes back makes room in the month of its purchase alone. */
export function createMonthCaps({ caps, timeZone }: ReadDraft): MonthCaps {
  const orderMinor = caps?.orderMinor ?? NO_CAP;
  const monthMinor = caps?.monthMinor ?? null;
  if (monthMinor === null) return { leftAt: () => orderMinor, monthAt: () => null };
  let month: MonthGiven | null = null;
  const monthAt = (at: Instant): MonthGiven => {
    if (month === null || at >= month.endsAt) month = { endsAt: monthOf(at, timeZone).endsAt, minor: 0 };
    return month;
  };
  return { leftAt: (at) => Math.min(orderMinor, Math.max(0, monthMinor - monthAt(at).minor)), monthAt };
}
