import type { Instant } from '../ids.ts';
import type { Marks } from '../program/program.ts';

/**
 * What is left of a purchase for rules 2.6: which products of the list (a bit each, the first 25 in `low`, the others
 * in `high`), how many items of them (1 for a purchase as such, where that sets the mark), and the marks of the reward
 * it used; 0: none, or it came back. `card`: when the window of the card began that it named, 0: always; absent: it
 * named none.
 */
export type MarkBasket = {
  readonly low: number;
  readonly high: number;
  readonly items: number;
  readonly used: number;
  readonly card?: Instant;
};

const HALF = 25;

/** Adds a product of the list to a basket, by its place there. */
export const withProduct = (basket: MarkBasket, place: number, units: number): MarkBasket => ({
  ...basket,
  low: place < HALF ? basket.low | (1 << place) : basket.low,
  high: place < HALF ? basket.high : basket.high | (1 << (place - HALF)),
  items: basket.items + units,
});

export const EMPTY_BASKET: MarkBasket = { low: 0, high: 0, items: 0, used: 0 };

/**
 * How far the walk over a window's purchases has come. `cycle`: how many top rewards were taken before; of this cycle
 * the products and items that set marks, the marks `gone` from them (spent, or missing under what was used before), the
 * rewards `taken` and the `highest` of them, whose marks stay on the card; `used`: rewards of all cycles.
 */
export type MarkState = {
  readonly cycle: number;
  readonly low: number;
  readonly high: number;
  readonly items: number;
  readonly gone: number;
  readonly highest: number;
  readonly taken: readonly number[];
  readonly used: number;
};

export const NO_MARKS: MarkState = {
  cycle: 0,
  low: 0,
  high: 0,
  items: 0,
  gone: 0,
  highest: 0,
  taken: [],
  used: 0,
};

function bitsIn(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Marks that are on the card; below zero where more is missing than there is. */
const onCard = ({ per }: Marks, { low, high, items, gone }: MarkState): number =>
  (per === 'product' ? bitsIn(low) + bitsIn(high) : items) - gone;

/** A reward is used: the top one ends the cycle, and what is missing under it goes on into the next. */
export function spendReward(mechanic: Marks, state: MarkState, marks: number): MarkState {
  const top = mechanic.rewards.at(-1)?.marks ?? 0;
  const used = state.used + 1;
  if (marks >= top) {
    const missing = Math.max(0, marks - onCard(mechanic, state));
    return { ...NO_MARKS, cycle: state.cycle + 1, gone: missing, used };
  }
  // Taken twice in one cycle: the second time nobody was owed it, so its marks are missing.
  const isSurplus = state.taken.includes(marks);
  const gone = state.gone + (mechanic.lower === 'spends' || isSurplus ? marks : 0);
  return { ...state, gone, highest: Math.max(state.highest, marks), taken: [...state.taken, marks], used };
}

/** The marks that a purchase set. */
export function setMarks(state: MarkState, basket: MarkBasket): MarkState {
  if (basket.items === 0) return state;
  return {
    ...state,
    low: state.low | basket.low,
    high: state.high | basket.high,
    items: state.items + basket.items,
  };
}

/** Marks on the card, marks missing under the rewards used, and the rewards that are ready, by their marks. */
export type MarksNow = { readonly set: number; readonly deficit: number; readonly ready: readonly number[] };

/** What a walk has come to. Ready is what the marks reach, was not taken in this cycle, and has nothing missing. */
export function marksNow(mechanic: Marks, state: MarkState): MarksNow {
  const on = onCard(mechanic, state);
  const needed = mechanic.lower === 'spends' ? 0 : state.highest;
  const deficit = Math.max(0, needed - on);
  const reached = mechanic.rewards.map(({ marks }) => marks).filter((marks) => marks <= on);
  const ready = deficit > 0 ? [] : reached.filter((marks) => !state.taken.includes(marks));
  return { set: Math.max(0, on), deficit, ready };
}
