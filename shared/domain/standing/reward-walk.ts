import { DAY_MS } from '../calendar/day.ts';
import type { Instant } from '../ids.ts';
import type { NthItem } from '../program/program.ts';
import { type Begun, cutCycles, NOTHING_BEGUN, type Run, type Units } from './cycles.ts';

/**
 * What is left of a purchase for rules 2.4: when it was made and since when its window runs (null: always), the items
 * that count, cheapest first, and the rewards that were used on it and have not come back.
 */
export type RewardBasket = {
  readonly at: Instant;
  readonly startsAt: Instant | null;
  readonly items: readonly Units[];
  readonly used: number;
};

/**
 * Rewards that were earned together; with all before them they are `upTo`. `lapsesAt`: from then on nobody may take
 * them; null: time alone takes nothing.
 */
export type EarnedRun = Run & { readonly upTo: number; readonly lapsesAt: Instant | null };

/**
 * What a holder has come to after a purchase. Of the window that began at `startsAt`: items `counted`, rewards `used`,
 * of which `owed` were taken by somebody who had none ready, and `blank` full cycles that were worth nothing. Of all
 * rewards earned so far the first `gone` of run `first` and all before it are no more; `runs`: how many runs had been
 * earned by then.
 */
export type RewardWalk = Begun & {
  readonly startsAt: Instant | null;
  readonly counted: number;
  readonly used: number;
  readonly owed: number;
  readonly blank: number;
  readonly first: number;
  readonly gone: number;
  readonly runs: number;
};

export const AT_THE_START: RewardWalk = {
  ...NOTHING_BEGUN,
  ...{ startsAt: null, counted: 0, used: 0, owed: 0, blank: 0, first: 0, gone: 0, runs: 0 },
};

/** What was earned and not used ends with its window, unless the program says otherwise (rules 1). */
const opened = ({ unused }: NthItem, { runs, first, gone }: RewardWalk, startsAt: Instant | null): RewardWalk =>
  unused === undefined
    ? { ...AT_THE_START, startsAt, first: runs, runs }
    : { ...AT_THE_START, startsAt, first, gone, runs };

/**
 * The same holder at a later instant, in the window that began at `startsAt`: in a new one nothing is begun and nothing
 * is missing, and what has lapsed by now is gone.
 */
export function rewardsAt(
  mechanic: NthItem,
  earned: readonly EarnedRun[],
  before: RewardWalk,
  { at, startsAt }: Pick<RewardBasket, 'at' | 'startsAt'>,
): RewardWalk {
  const come = startsAt === before.startsAt ? before : opened(mechanic, before, startsAt);
  let { first } = come;
  for (let run = earned[first]; run !== undefined && first < come.runs; run = earned[first]) {
    if (run.lapsesAt === null || run.lapsesAt > at) break;
    first += 1;
  }
  return first === come.first ? come : { ...come, first, gone: 0 };
}

/** Takes so many of the oldest rewards that wait; whoever had none ready owes it to the next ones. */
function use(earned: readonly EarnedRun[], come: RewardWalk, used: number): RewardWalk {
  let { first, gone } = come;
  let left = used;
  while (left > 0 && first < come.runs) {
    const rewards = earned[first]?.rewards ?? 0;
    const taken = Math.min(left, rewards - gone);
    left -= taken;
    gone += taken;
    if (gone < rewards) break;
    [first, gone] = [first + 1, 0];
  }
  return { ...come, used: come.used + used, first, gone, owed: come.owed + left };
}

function earn({ unused }: NthItem, earned: EarnedRun[], run: Run, at: Instant): void {
  const lapsesAt = unused === undefined || unused === 'never' ? null : at + unused.days * DAY_MS;
  earned.push({ ...run, upTo: (earned.at(-1)?.upTo ?? 0) + run.rewards, lapsesAt });
}

/**
 * One purchase more: first the rewards that were used on it, the oldest first, then its items, which earn the next
 * ones and pay with them what was used before it was earned. Appends to `earned`, whose first `before.runs` runs are
 * those of before.
 */
export function walkRewards(
  mechanic: NthItem,
  earned: EarnedRun[],
  before: RewardWalk,
  basket: RewardBasket,
): RewardWalk {
  const now = rewardsAt(mechanic, earned, before, basket);
  const come = basket.used === 0 ? now : use(earned, now, basket.used);
  let { counted, owed, blank } = come;
  for (const { units } of basket.items) counted += units;
  const begun = cutCycles(basket.items, mechanic, come, ({ rewards, worthMinor }) => {
    // What is worth nothing is no reward: nobody could take it.
    if (worthMinor === 0) {
      blank += rewards;
      return;
    }
    const paid = Math.min(owed, rewards);
    owed -= paid;
    if (paid < rewards) earn(mechanic, earned, { rewards: rewards - paid, worthMinor }, basket.at);
  });
  return { ...come, ...begun, counted, owed, blank, runs: earned.length };
}

/** Items missing under rewards that were used without being there. */
export const missingIn = ({ owed, blank, progress }: RewardWalk, { items: after }: NthItem): number =>
  Math.max(0, (owed - blank) * after - progress);

/** How many rewards wait, whatever they are worth. */
export function readyIn(earned: readonly EarnedRun[], { first, gone, runs }: RewardWalk): number {
  const before = earned[first - 1]?.upTo ?? 0;
  return Math.max(before, earned[runs - 1]?.upTo ?? 0) - before - gone;
}

/** The rewards that wait, oldest first, at most so many of them. */
export function waitingIn(
  earned: readonly EarnedRun[],
  { first, gone, runs }: RewardWalk,
  most = Number.POSITIVE_INFINITY,
): readonly EarnedRun[] {
  const waiting: EarnedRun[] = [];
  let left = most;
  for (let i = first; i < runs && left > 0; i += 1) {
    const run = earned[i];
    if (run === undefined) break;
    const rewards = Math.min(left, run.rewards - (i === first ? gone : 0));
    waiting.push({ ...run, rewards });
    left -= rewards;
  }
  return waiting;
}
