import type { Instant } from '../ids.ts';
import { monthLater, startOf } from './day.ts';
import { localOf } from './local.ts';

/** The calendar month of the shop that holds an instant: its first instant, and the first of the next. */
export function monthOf(at: Instant, timeZone: string): { readonly startsAt: Instant; readonly endsAt: Instant } {
  const { year, month } = localOf(at, timeZone);
  return {
    startsAt: startOf({ year, month, day: 1 }, timeZone),
    endsAt: startOf({ ...monthLater({ year, month }, 1), day: 1 }, timeZone),
  };
}
