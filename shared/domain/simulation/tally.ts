import type { WindowBounds } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import type { MarkBasket } from '../standing/mark-walk.ts';
import { AT_THE_START, type Climb } from '../standing/step-up.ts';
import { addMarks, changeMarks, type MarkTally, newMarkTally } from './mark-tally.ts';
import { addBasket, type Basket, changeBasket, newRewardTally, type RewardTally } from './reward-tally.ts';

type Sum = { spentMinor: number; purchases: number; items: number };

/**
 * A purchase that counts in a window, and what is left of it by now. `index`: its place among those the window keeps.
 * `tally` null: no window holds it any more; `basket` and `marks`: its place among those of its customer, null: nobody
 * rewards items, or marks.
 */
export type Counted = {
  readonly at: Instant;
  readonly left: Sum;
  readonly index: number;
  readonly basket: number | null;
  readonly marks: number | null;
  tally: Tally | null;
};

/** What all windows of one customer share, as rewards may outlive theirs. */
export type Lasting = { readonly rewards: RewardTally; readonly marks: MarkTally };

export const nothingLasting = (): Lasting => ({ rewards: newRewardTally(), marks: newMarkTally() });

/**
 * What one window of one customer holds at the instant the walk has come to: the sums, and what a mechanic remembers of
 * the way there. `highestLevel`: the index of the highest level reached at the end of any instant; -1: none.
 * `climbs`: how many steps up each purchase in `made` found its buyer, and at its end how many the last has led to.
 */
export type Tally = Lasting & {
  readonly bounds: WindowBounds;
  readonly sum: Sum;
  highestLevel: number;
  /** The purchases it counted, in order; kept where the mechanic asks for more than sums. */
  readonly made: Counted[] | null;
  readonly climbs: Climb[];
};

export const newTally = (bounds: WindowBounds, keepsMade: boolean, lasting: Lasting): Tally => ({
  bounds,
  sum: { spentMinor: 0, purchases: 0, items: 0 },
  highestLevel: -1,
  made: keepsMade ? [] : null,
  climbs: [AT_THE_START],
  ...lasting,
});

/** A purchase as a window takes it up. */
export type Bought = {
  readonly at: Instant;
  readonly spentMinor: number;
  readonly items: number;
  readonly basket: Basket | null;
  readonly marks: MarkBasket | null;
};

/** Puts a purchase into a window. */
export function count(tally: Tally, { at, spentMinor, items, basket, marks }: Bought): Counted {
  const left = { spentMinor, purchases: spentMinor > 0 ? 1 : 0, items };
  tally.sum.spentMinor += left.spentMinor;
  tally.sum.purchases += left.purchases;
  tally.sum.items += left.items;
  const { startsAt } = tally.bounds;
  const places = {
    basket: basket === null ? null : addBasket(tally.rewards, { ...basket, at, startsAt }),
    marks: marks === null ? null : addMarks(tally.marks, { basket: marks, at, startsAt }),
  };
  const counted = { at, left, index: tally.made?.length ?? 0, ...places, tally };
  tally.made?.push(counted);
  return counted;
}

/**
 * Takes back units of a counted purchase, from it and from the window that holds it; `basket` and `marks` are what is
 * left then. A purchase without an amount above zero is none (rules 1).
 */
export function takeBack(
  counted: Counted,
  { spentMinor, items }: { readonly spentMinor: number; readonly items: number },
  { basket, marks }: Pick<Bought, 'basket' | 'marks'>,
): void {
  const { left, tally, index } = counted;
  const isGone = left.spentMinor > 0 && left.spentMinor === spentMinor;
  for (const sum of tally === null ? [left] : [left, tally.sum]) {
    sum.spentMinor -= spentMinor;
    sum.items -= items;
    if (isGone) sum.purchases -= 1;
  }
  // From here on the steps were others; they are climbed anew when next asked.
  if (isGone && tally !== null && tally.climbs.length > index + 1) tally.climbs.length = index + 1;
  if (basket !== null && counted.basket !== null && tally !== null) changeBasket(tally.rewards, counted.basket, basket);
  if (marks !== null && counted.marks !== null && tally !== null) changeMarks(tally.marks, counted.marks, marks);
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
