import { monthLater, startOf } from '../calendar/day.ts';
import { localOf } from '../calendar/local.ts';
import type { Instant } from '../ids.ts';
import { noTurnover, type Turnover } from './turnover.ts';

/**
 * One calendar month of a simulation in the shop's time zone. Holders by what they were owed at its end: basis points,
 * or with the n-th item how many rewards; who has no card apart.
 */
export type Month = Turnover & {
  readonly year: number;
  readonly month: number;
  /** The instant it is looked at: its last one, or the end of the history. */
  readonly asOf: Instant;
  withoutCard: number;
  readonly holders: Map<number, number>;
};

/** The months from one instant to another, both in it. */
export function monthsBetween(from: Instant, to: Instant, timeZone: string): Month[] {
  const months: Month[] = [];
  let { year, month } = localOf(from, timeZone);
  for (let at = from; at <= to; ) {
    const next = monthLater({ year, month }, 1);
    at = startOf({ ...next, day: 1 }, timeZone);
    months.push({ year, month, asOf: Math.min(at - 1, to), ...noTurnover(), withoutCard: 0, holders: new Map() });
    ({ year, month } = next);
  }
  return months;
}

/** Which of the months holds an instant between their first and their last. */
export function monthAt(months: readonly Month[], at: Instant): number {
  let [low, high] = [0, months.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((months[middle]?.asOf ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
