import type { Instant } from '../ids.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 50_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** Whether the engine knows the time zone (IANA name). */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Asks the engine, which takes some microseconds. */
function askOffset(instant: Instant, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The first instant after `low`, up to `high`, at which the offset is another one than at `low`, found by halving. */
export function changeBetween(low: Instant, high: Instant, offset: (at: Instant) => number): Instant {
  const start = offset(low);
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offset(middle) === start) before = middle;
    else after = middle;
  }
  return after;
}

/** Within one day of UTC a clock is changed once at most. */
type DayOffsets = { readonly before: number; readonly after: number; readonly changesAt: Instant };

function askDay(day: number, timeZone: string): DayOffsets {
  const offset = (at: Instant) => askOffset(at, timeZone);
  const [low, high] = [day * DAY_MS, (day + 1) * DAY_MS - 1];
  const [before, after] = [offset(low), offset(high)];
  return { before, after, changesAt: before === after ? Number.POSITIVE_INFINITY : changeBetween(low, high, offset) };
}

const days = new Map<string, Map<number, DayOffsets>>();

/**
 * How far the clock of the time zone is ahead of UTC at an instant, in milliseconds. Remembered by day, since
 * evaluating a shop asks for the same few days a million times.
 */
export function offsetAt(instant: Instant, timeZone: string): number {
  const ofZone = days.get(timeZone) ?? new Map<number, DayOffsets>();
  const day = Math.floor(instant / DAY_MS);
  let known = ofZone.get(day);
  if (known === undefined) {
    known = askDay(day, timeZone);
    if (ofZone.size >= DAYS_MAX) ofZone.clear();
    days.set(timeZone, ofZone.set(day, known));
  }
  return instant < known.changesAt ? known.before : known.after;
}
