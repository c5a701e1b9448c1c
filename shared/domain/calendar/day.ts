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

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** The month `count` months later (earlier when negative). */
export function monthLater({ year, month }: Pick<YearMonthDay, 'year' | 'month'>, count: number) {
  const months = year * 12 + (month - 1) + count;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** The same day `count` years later; 29 February becomes the 28th where there is none (decision 0004). */
export const yearsLater = ({ year, month, day }: YearMonthDay, count: number): YearMonthDay => ({
  year: year + count,
  month,
  day: Math.min(day, daysInMonth(year + count, month)),
});

/** The day an instant falls on in the shop's time zone. */
export const dayOf = (instant: Instant, timeZone: string): Day => writeDay(localOf(instant, timeZone));

/** `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const { year, month, day: date } = readDay(day);
  const moved = new Date(Date.UTC(year, month - 1, date + count));
  return writeDay({ year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() });
}

/** The first instant of a day in the shop's time zone; where the clock skips midnight, the first after the gap. */
export const startOf = (day: YearMonthDay, timeZone: string): Instant => instantOf({ ...day, ms: 0 }, timeZone);

/** The first instant of a day in the shop's time zone. */
export const startOfDay = (day: Day, timeZone: string): Instant => startOf(readDay(day), timeZone);
