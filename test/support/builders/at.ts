import { readDay, startOfDay } from '../../../shared/domain/calendar/day.ts';
import { instantOf } from '../../../shared/domain/calendar/local.ts';
import type { Instant } from '../../../shared/domain/ids.ts';

/** The time zone of tests where none is said; its clocks change in March and October. */
export const ZONE = 'Europe/Berlin';

const NOON_MS = 12 * 3_600_000;

/** An instant as a shop's clock shows it: `2026-01-10` (noon), `2026-01-10 23:59`, `2026-01-10 23:59:59.999`. */
export function at(text: string, timeZone = ZONE): Instant {
  const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?)?$/.exec(text);
  if (match === null) throw new Error(`"${text}" is no day and time`);
  const [, day = '', hour, minute = '0', second = '0', ms = '0'] = match;
  const ofDay = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(ms);
  return instantOf({ ...readDay(day), ms: hour === undefined ? NOON_MS : ofDay }, timeZone);
}

/** The first instant of a day. */
export const midnight = (day: string, timeZone = ZONE): Instant => startOfDay(day, timeZone);
