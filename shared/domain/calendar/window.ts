import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import type { Window } from '../program/program.ts';
import { addMonths, DAY_MS, dayOf, readDay, startOfDay, writeDay } from './day.ts';
import { instantOf, localOf } from './local.ts';

/** What a window holds: `startsAt <= processedAt < endsAt`; null is open. `endsAt` null: time alone never empties it whole. */
export type WindowBounds = { readonly startsAt: Instant | null; readonly endsAt: Instant | null };

/** The same time of day `count` months away, month ends clamped. */
export function shiftMonths(instant: Instant, count: number, timeZone: string): Instant {
  const local = localOf(instant, timeZone);
  return instantOf({ ...readDay(addMonths(writeDay(local), count)), ms: local.ms }, timeZone);
}

function calendarYear(asOf: Instant, timeZone: string): WindowBounds {
  const { year } = localOf(asOf, timeZone);
  const first = (y: number) => startOfDay(writeDay({ year: y, month: 1, day: 1 }), timeZone);
  return { startsAt: first(year), endsAt: first(year + 1) };
}

function cardYear(asOf: Instant, issuedAt: Instant, timeZone: string): WindowBounds {
  const issued = dayOf(issuedAt, timeZone);
  const anniversary = (n: number) => startOfDay(addMonths(issued, 12 * n), timeZone);
  let n = localOf(asOf, timeZone).year - readDay(issued).year;
  if (anniversary(n) > asOf) n -= 1;
  return { startsAt: anniversary(n), endsAt: anniversary(n + 1) };
}

/**
 * The window that holds `asOf` (rules 1). Calendar years and anniversaries begin at midnight in the shop's time zone,
 * N days are N × 24 hours. A card year without a card has no bounds.
 */
export function windowAt(window: Window, timeZone: string, asOf: Instant, issuedAt: Instant | null): WindowBounds {
  switch (window.kind) {
    case 'lifetime':
      return { startsAt: null, endsAt: null };
    case 'calendar_year':
      return calendarYear(asOf, timeZone);
    case 'card_year':
      return issuedAt === null ? { startsAt: null, endsAt: null } : cardYear(asOf, issuedAt, timeZone);
    case 'rolling_days':
      return { startsAt: asOf - window.days * DAY_MS + 1, endsAt: null };
    case 'rolling_months':
      return { startsAt: shiftMonths(asOf, -window.months, timeZone) + 1, endsAt: null };
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
  if (startsAt === null || (window.kind !== 'calendar_year' && window.kind !== 'card_year')) return null;
  const before = windowAt(window, timeZone, startsAt - 1, issuedAt);
  return window.kind === 'card_year' && issuedAt !== null && (before.endsAt ?? 0) <= issuedAt ? null : before;
}

/** When something that happened at `at` leaves a rolling window; an instant after `asOf`. Null: the window does not roll. */
export function leavesAt(window: Window, timeZone: string, at: Instant, asOf: Instant): Instant | null {
  if (window.kind === 'rolling_days') return at + window.days * DAY_MS;
  if (window.kind !== 'rolling_months') return null;
  const leaves = shiftMonths(at, window.months, timeZone);
  return leaves > asOf ? leaves : startOfDay(dayOf(asOf + DAY_MS, timeZone), timeZone);
}
