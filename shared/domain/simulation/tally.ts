import type { WindowBounds } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import { AT_THE_START, type Climb } from '../standing/step-up.ts';

type Sum = { spentMinor: number; purchases: number; items: number };

/**
 * A purchase that counts in a window, and what is left of it by now. `index`: its place among those the window keeps.
 * `tally` null: no window holds it any more.
 */
export type Counted = { readonly at: Instant; readonly left: Sum; readonly index: number; tally: Tally | null };

/**
 * What one window of one customer holds at the instant the walk has come to: the sums, and what a mechanic remembers of
 * the way there. `highestLevel`: the index of the highest level reached at the end of any instant; -1: none.
 * `climbs`: how many steps up each purchase in `made` found its buyer, and at its end how many the last has led to.
 */
export type Tally = {
  readonly bounds: WindowBounds;
  readonly sum: Sum;
  highestLevel: number;
  /** The purchases it counted, in order; kept where the mechanic asks for more than sums. */
  readonly made: Counted[] | null;
  readonly climbs: Climb[];
};

export const newTally = (bounds: WindowBounds, keepsMade: boolean): Tally => ({
  bounds,
  sum: { spentMinor: 0, purchases: 0, items: 0 },
  highestLevel: -1,
  made: keepsMade ? [] : null,
  climbs: [AT_THE_START],
});

/** Puts a purchase into a window. */
export function count(tally: Tally, at: Instant, spentMinor: number, items: number): Counted {
  const left = { spentMinor, purchases: spentMinor > 0 ? 1 : 0, items };
  tally.sum.spentMinor += left.spentMinor;
  tally.sum.purchases += left.purchases;
  tally.sum.items += left.items;
  const counted = { at, left, index: tally.made?.length ?? 0, tally };
  tally.made?.push(counted);
  return counted;
}

/**
 * Takes back units of a counted purchase, from it and from the window that holds it. A purchase without an amount above
 * zero is none (rules 1).
 */
export function takeBack({ left, tally, index }: Counted, amountMinor: number, items: number): void {
  const isGone = left.spentMinor > 0 && left.spentMinor === amountMinor;
  for (const sum of tally === null ? [left] : [left, tally.sum]) {
    sum.spentMinor -= amountMinor;
    sum.items -= items;
    if (isGone) sum.purchases -= 1;
  }
  // From here on the steps were others; they are climbed anew when next asked.
  if (isGone && tally !== null && tally.climbs.length > index + 1) tally.climbs.length = index + 1;
}

/** A purchase leaves a window that rolls; what comes back later is no business of the window. */
export function leave(counted: Counted): void {
  const { left, tally } = counted;
  if (tally === null) return;
  tally.sum.spentMinor -= left.spentMinor;
  tally.sum.purchases -= left.purchases;
  tally.sum.items -= left.items;
  counted.tally = null;
}
