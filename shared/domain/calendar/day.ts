import { assert } from '../assert.ts';
import type { Day } from '../entitlement/entitlement.ts';
import type { Instant } from '../ids.ts';
import { instantOf, localOf } from './local.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A calendar day as numbers; `month` 1–12. */
export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number };

const two = (value: number) => String(value).padStart(2, '0');

export const writeDay = ({ year, month, day }: YearMonthDay): Day =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Reads `YYYY-MM-DD`; asserts that it is one, since days from outside are checked at the border. */
export function readDay(day: Day): YearMonthDay {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  assert(isDay(day), 'a day is YYYY-MM-DD');
  return { year, month, day: date };
}

/** Whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day an instant falls on in the shop's time zone. */
export const dayOf = (instant: Instant, timeZone: string): Day => writeDay(localOf(instant, timeZone));

/** `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const { year, month, day: date } = readDay(day);
  const moved = new Date(Date.UTC(year, month - 1, date + count));
  return writeDay({ year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() });
}

/** `count` months later; a day the month does not have becomes its last (31 January + 1 → 28 February). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, day: date } = readDay(day);
  const months = year * 12 + (month - 1) + count;
  const target = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return writeDay({ ...target, day: Math.min(date, daysInMonth(target.year, target.month)) });
}

/** The first instant of a day in the shop's time zone. */
export const startOfDay = (day: string, timeZone: string): Instant => instantOf({ ...readDay(day), ms: 0 }, timeZone);
