import type { Instant } from '../ids.ts';
import { changeBetween, offsetAt } from './offset.ts';

const DAY_MS = 86_400_000;

/** An instant as the shop's clock shows it; `month` 1–12, `ms` since the local midnight the clock names. */
export type Local = { readonly year: number; readonly month: number; readonly day: number; readonly ms: number };

/** What the clock in the time zone shows at an instant. */
export function localOf(instant: Instant, timeZone: string): Local {
  const shown = new Date(instant + offsetAt(instant, timeZone));
  const midnight = Math.floor(shown.getTime() / DAY_MS) * DAY_MS;
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    ms: shown.getTime() - midnight,
  };
}

/**
 * The instant at which the clock shows that day and time. A time that the clock skips becomes the first one after
 * the gap; a time that it shows twice is the first of both.
 */
export function instantOf(local: Local, timeZone: string): Instant {
  const shown = Date.UTC(local.year, local.month - 1, local.day) + local.ms;
  const [before, after] = [offsetAt(shown - DAY_MS, timeZone), offsetAt(shown + DAY_MS, timeZone)];
  const [early, late] = [shown - Math.max(before, after), shown - Math.min(before, after)];
  for (const at of [early, late]) if (at + offsetAt(at, timeZone) === shown) return at;
  return changeBetween(early - 1, late, (at) => offsetAt(at, timeZone));
}
