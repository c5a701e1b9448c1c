import type { WindowBounds } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';

type Sum = { spentMinor: number; purchases: number; items: number };

/** A purchase that counts in a window, and what is left of it by now. `tally` null: no window holds it any more. */
export type Counted = { readonly at: Instant; readonly left: Sum; tally: Tally | null };

/**
 * What one window of one customer holds at the instant the walk has come to: the sums, and what a mechanic remembers of
 * the way there. `highestLevel`: the index of the highest level reached at the end of any instant; -1: none.
 */
export type Tally = {
  readonly bounds: WindowBounds;
  readonly sum: Sum;
  highestLevel: number;
};

export const newTally = (bounds: WindowBounds): Tally => ({
  bounds,
  sum: { spentMinor: 0, purchases: 0, items: 0 },
  highestLevel: -1,
});

/** Puts a purchase into a window. */
export function count(tally: Tally, at: Instant, spentMinor: number, items: number): Counted {
  const left = { spentMinor, purchases: spentMinor > 0 ? 1 : 0, items };
  tally.sum.spentMinor += left.spentMinor;
  tally.sum.purchases += left.purchases;
  tally.sum.items += left.items;
  return { at, left, tally };
}

/**
 * Takes back units of a counted purchase, from it and from the window that holds it. A purchase without an amount above
 * zero is none (rules 1).
 */
export function takeBack({ left, tally }: Counted, amountMinor: number, items: number): void {
  const isGone = left.spentMinor > 0 && left.spentMinor === amountMinor;
  for (const sum of tally === null ? [left] : [left, tally.sum]) {
    sum.spentMinor -= amountMinor;
    sum.items -= items;
    if (isGone) sum.purchases -= 1;
  }
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
