import type { Instant } from '../ids.ts';

/** An instant as the shop's clock shows it; `month` 1–12, `ms` since the local midnight the clock names. */
export type Local = { readonly year: number; readonly month: number; readonly day: number; readonly ms: number };

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

/** What the clock in the time zone shows at an instant. */
export function localOf(instant: Instant, timeZone: string): Local {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  const within = ((instant % 1000) + 1000) % 1000;
  return { year, month, day, ms: ((hour * 60 + minute) * 60 + second) * 1000 + within };
}

/** How far the local clock is ahead of UTC at an instant. */
function offsetAt(instant: Instant, timeZone: string): number {
  const local = localOf(instant, timeZone);
  return Date.UTC(local.year, local.month - 1, local.day) + local.ms - instant;
}

/**
 * The instant at which the clock shows that day and time. A time that the clock skips becomes the first one after
 * the gap; a time that it shows twice is the first of both.
 */
export function instantOf(local: Local, timeZone: string): Instant {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day) + local.ms;
  const before = offsetAt(asUtc - 86_400_000, timeZone);
  const after = offsetAt(asUtc + 86_400_000, timeZone);
  const candidates = [asUtc - Math.max(before, after), asUtc - Math.min(before, after)];
  for (const at of candidates) if (at + offsetAt(at, timeZone) === asUtc) return at;
  return asUtc - before === asUtc - after ? asUtc - before : gapEnd(asUtc, before, after, timeZone);
}

/** The first instant after a gap: the change lies between both readings, found by halving. */
function gapEnd(asUtc: number, before: number, after: number, timeZone: string): Instant {
  let low = asUtc - Math.max(before, after) - 1;
  let high = asUtc - Math.min(before, after);
  const start = offsetAt(low, timeZone);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === start) low = middle;
    else high = middle;
  }
  return high;
}
