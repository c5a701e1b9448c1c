import type { NthItem } from '../program/program.ts';
import type { RewardsOwed } from '../quote/rewards.ts';
import { type Begun, cutCycles, itemsOf, NOTHING_BEGUN, type Run, type Units, usedOf } from '../standing/cycles.ts';
import type { BookedLine } from './book.ts';

/** What is left of a purchase for rules 2.4: items that count, cheapest first, and rewards used and not come back. */
export type Basket = { readonly items: readonly Units[]; readonly used: number };

/** What a window has come to after one of its purchases. `earned`: rewards in its first `runs` runs. */
type Come = Begun & {
  readonly counted: number;
  readonly used: number;
  readonly earned: number;
  readonly runs: number;
};

/** `upTo`: how many rewards the window has earned with this run and all before it. */
type EarnedRun = Run & { readonly upTo: number };

/**
 * What one window of one customer remembers of rewards: what it had come to before each purchase, and after the last
 * one that was asked about; and what it earned, oldest first.
 */
export type RewardTally = { readonly comes: Come[]; readonly runs: EarnedRun[] };

/** Rules 2.4 at an instant. `ready`: how many rewards wait. */
export type RewardsHeld = {
  readonly items: number;
  readonly used: number;
  readonly ready: number;
  readonly deficit: number;
  readonly progress: number;
};

const AT_THE_START: Come = { ...NOTHING_BEGUN, counted: 0, used: 0, earned: 0, runs: 0 };

export const newRewardTally = (): RewardTally => ({ comes: [AT_THE_START], runs: [] });

/** What a purchase brings to a window that counts items. */
export function basketOf(all: readonly BookedLine[], mechanic: NthItem): Basket {
  const lines = all.some(({ isOutside }) => isOutside) ? all.filter(({ isOutside }) => !isOutside) : all;
  return { items: itemsOf(lines, mechanic), used: usedOf(lines, mechanic) };
}

/** Forgets all that came with a purchase and after it: something of it came back, so it was otherwise. */
export function forgetFrom({ comes, runs }: RewardTally, purchase: number): void {
  if (comes.length <= purchase + 1) return;
  comes.length = purchase + 1;
  runs.length = comes[purchase]?.runs ?? 0;
}

function goOn({ runs }: RewardTally, come: Come, basket: Basket, mechanic: NthItem): Come {
  let { counted, earned } = come;
  for (const { units } of basket.items) counted += units;
  const begun = cutCycles(basket.items, mechanic, come, (run) => {
    earned += run.rewards;
    runs.push({ ...run, upTo: earned });
  });
  return { ...begun, counted, used: come.used + basket.used, earned, runs: runs.length };
}

type Made = readonly { readonly basket: Basket | null }[];

/** Counts the purchases of a window that were not counted yet. */
function comeTo(tally: RewardTally, made: Made, mechanic: NthItem): Come {
  const { comes } = tally;
  let come = comes.at(-1) ?? AT_THE_START;
  for (let i = comes.length - 1; i < made.length; i += 1) {
    const basket = made[i]?.basket ?? null;
    if (basket !== null) come = goOn(tally, come, basket, mechanic);
    comes.push(come);
  }
  return come;
}

const missingIn = ({ used, counted }: Come, { items: after }: NthItem): number => Math.max(0, used * after - counted);

/** What a window holds of rewards. */
export function rewardsHeld(tally: RewardTally, made: Made, mechanic: NthItem): RewardsHeld {
  const come = comeTo(tally, made, mechanic);
  const { counted: items, used, earned, progress } = come;
  const deficit = missingIn(come, mechanic);
  return { items, used, ready: Math.max(0, earned - used), deficit, progress: deficit > 0 ? 0 : progress };
}

/** The rewards behind the oldest `used`, oldest first, at most so many of them. */
function runsBehind(runs: readonly EarnedRun[], used: number, most: number): readonly Run[] {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.upTo ?? 0) <= used) low = middle + 1;
    else high = middle;
  }
  const waiting: Run[] = [];
  let left = most;
  for (let run = runs[low]; run !== undefined && left > 0; run = runs[low]) {
    const rewards = Math.min(run.rewards, run.upTo - used, left);
    waiting.push({ rewards, worthMinor: run.worthMinor });
    left -= rewards;
    low += 1;
  }
  return waiting;
}

/** All rewards that wait in a window, oldest first. */
export function rewardsWaiting(tally: RewardTally, made: Made, mechanic: NthItem): readonly Run[] {
  return runsBehind(tally.runs, comeTo(tally, made, mechanic).used, Number.POSITIVE_INFINITY);
}

/** What a basket has to know of rewards. `waiting`: taken before all that `owed` says; empty where that lists them. */
export type Owed = { readonly owed: RewardsOwed; readonly waiting: readonly Run[] };

/** The same for a basket of so many units. */
export type Owing = (units: number) => Owed;

/** More rewards than these are taken in one step, where that is all the same. */
const LISTED_MAX = 8;

/**
 * What baskets have to know of a window as it is now, whatever is bought at this very instant. Each reward takes a unit
 * at least, so those behind as many as a basket has units cannot be taken, and are left out.
 */
export function rewardsOwed(tally: RewardTally, made: Made, mechanic: NthItem): Owing {
  const come = comeTo(tally, made, mechanic);
  const { items: after, shareBp, surplus, rewarded } = mechanic;
  const deficit = missingIn(come, mechanic);
  const { progress, countedMinor } = deficit > 0 ? NOTHING_BEGUN : come;
  const options = { carries: surplus === 'carries', counts: rewarded === 'counts' };
  const owed = { after, shareBp, progress, countedMinor, deficit, ...options };
  const isPlain = !options.carries && !options.counts;
  return (units) => {
    const waiting = runsBehind(tally.runs, come.used, units);
    const count = waiting.reduce((sum, { rewards }) => sum + rewards, 0);
    if (isPlain && count > LISTED_MAX) return { owed: { ...owed, readyMinor: [] }, waiting };
    const readyMinor: number[] = [];
    for (const { rewards, worthMinor } of waiting) for (let i = 0; i < rewards; i += 1) readyMinor.push(worthMinor);
    return { owed: { ...owed, readyMinor }, waiting: [] };
  };
}
