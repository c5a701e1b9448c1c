import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import type { Window } from '../program/program.ts';
import { DAY_MS, daysInMonth, monthLater, startOf, yearsLater } from './day.ts';
import { instantOf, localOf } from './local.ts';

/** What a window holds: `startsAt <= processedAt < endsAt`; null is open, as with rolling windows: see `leavesAt`. */
export type WindowBounds = { readonly startsAt: Instant | null; readonly endsAt: Instant | null };

export const OPEN: WindowBounds = { startsAt: null, endsAt: null };

function calendarYear(asOf: Instant, timeZone: string): WindowBounds {
  const { year } = localOf(asOf, timeZone);
  const first = (y: number) => startOf({ year: y, month: 1, day: 1 }, timeZone);
  return { startsAt: first(year), endsAt: first(year + 1) };
}

function cardYear(asOf: Instant, issuedAt: Instant, timeZone: string): WindowBounds {
  const issued = localOf(issuedAt, timeZone);
  const anniversary = (n: number) => startOf(yearsLater(issued, n), timeZone);
  let n = localOf(asOf, timeZone).year - issued.year;
  if (anniversary(n) > asOf) n -= 1;
  return { startsAt: anniversary(n), endsAt: anniversary(n + 1) };
}

/**
 * The window that holds `asOf` (rules 1). Calendar years and anniversaries begin at midnight in the shop's time zone.
 * A card year without a card has no bounds.
 */
export function windowAt(window: Window, timeZone: string, asOf: Instant, issuedAt: Instant | null): WindowBounds {
  switch (window.kind) {
    case 'calendar_year':
      return calendarYear(asOf, timeZone);
    case 'card_year':
      return issuedAt === null ? OPEN : cardYear(asOf, issuedAt, timeZone);
    case 'lifetime':
    case 'rolling_days':
    case 'rolling_months':
      return OPEN;
    default:
      return assertNever(window);
  }
}

/** The window before the one that begins at `startsAt`; null where windows do not follow one another. */
export function windowBefore(
  window: Window,
  timeZone: string,
  startsAt: Instant | null,
  issuedAt: Instant | null,
): WindowBounds | null {
  if (startsAt === null || (window.kind === 'card_year' && issuedAt !== null && startsAt <= issuedAt)) return null;
  return windowAt(window, timeZone, startsAt - 1, issuedAt);
}

/** The same day and time `count` months later; where that month has no such day, the end of its last one. */
function monthsLater(at: Instant, count: number, timeZone: string): Instant {
  const local = localOf(at, timeZone);
  const target = monthLater(local, count);
  return local.day <= daysInMonth(target.year, target.month)
    ? instantOf({ ...target, day: local.day, ms: local.ms }, timeZone)
    : startOf({ ...monthLater(target, 1), day: 1 }, timeZone);
}

/**
 * When something that happened at `at` leaves a rolling window, each for itself: what has left never comes back.
 * N days are N × 24 hours, months are the shop's calendar's (decision 0004). Null: the window does not roll.
 */
export function leavesAt(window: Window, timeZone: string, at: Instant): Instant | null {
  if (window.kind === 'rolling_days') return at + window.days * DAY_MS;
  return window.kind === 'rolling_months' ? monthsLater(at, window.months, timeZone) : null;
}
