import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';
import type { NthItem } from '../program/program.ts';
import type { NetLine } from '../purchase/purchase.ts';
import { READY_LISTED_MAX } from '../quote/reward-figures.ts';
import type { RewardStanding } from './standing.ts';

/** So many units at one price, in minor units. */
type Units = { readonly units: number; readonly priceMinor: number };

/** So many rewards worth the same. */
type Run = { readonly rewards: number; readonly worthMinor: number };

function push(to: Units[], items: number, amountMinor: number): void {
  if (items === 0) return;
  const priceMinor = Math.floor(amountMinor / items);
  const dearer = amountMinor - priceMinor * items;
  if (items > dearer) to.push({ units: items - dearer, priceMinor });
  if (dearer > 0) to.push({ units: dearer, priceMinor: priceMinor + 1 });
}

/** Items of one purchase, cheapest first; those that took a reward were its dearest, so they come last. */
function itemsOf(lines: readonly NetLine[], { items: after, rewarded }: NthItem): readonly Units[] {
  const plain: Units[] = [];
  const apart: Units[] = [];
  for (const { items, amountMinor, reward } of lines) {
    const [units, minor] = [reward?.items ?? 0, reward?.amountMinor ?? 0];
    push(plain, items - units, amountMinor - minor);
    if (reward?.after !== after) push(plain, units, minor);
    else if (rewarded === 'counts') push(apart, units, minor);
  }
  return [...plain.sort((a, b) => a.priceMinor - b.priceMinor), ...apart];
}

const usedOf = (lines: readonly NetLine[], after: number): number =>
  lines.reduce((sum, { reward }) => sum + (reward?.after === after ? reward.items : 0), 0);

type Counted = Pick<RewardStanding, 'progress' | 'countedMinor'> & { readonly runs: readonly Run[] };

/** Cuts the items into cycles: what each earns, and what is begun. Cycles within one price are one step. */
function cyclesOf(items: readonly Units[], after: number, shareBp: BasisPoints): Counted {
  const runs: Run[] = [];
  const earn = (rewards: number, countedMinor: number) => {
    const worthMinor = percentOf(countedMinor, shareBp);
    // What is worth nothing is no reward: nobody could take it.
    if (rewards > 0 && worthMinor > 0) runs.push({ rewards, worthMinor });
  };
  let [progress, countedMinor] = [0, 0];
  for (const { units, priceMinor } of items) {
    const missing = after - progress;
    if (units < missing) {
      progress += units;
      countedMinor += units * priceMinor;
      continue;
    }
    earn(1, countedMinor + missing * priceMinor);
    const left = units - missing;
    progress = left % after;
    earn((left - progress) / after, after * priceMinor);
    countedMinor = progress * priceMinor;
  }
  return { progress, countedMinor, runs };
}

/** What is ready once the oldest `used` are gone: how many, what they are worth together, and the first ones singly. */
function readyOf(runs: readonly Run[], used: number): Pick<RewardStanding, 'ready' | 'worthMinor' | 'readyMinor'> {
  let [gone, ready, worthMinor] = [used, 0, 0];
  const readyMinor: number[] = [];
  for (const run of runs) {
    const left = Math.max(0, run.rewards - gone);
    gone = Math.max(0, gone - run.rewards);
    ready += left;
    worthMinor += left * run.worthMinor;
    const listed = Math.min(left, READY_LISTED_MAX - readyMinor.length);
    for (let i = 0; i < listed; i += 1) readyMinor.push(run.worthMinor);
  }
  return { ready, worthMinor, readyMinor };
}

/**
 * Rules 2.4 over what a window holds, in order of purchase: items that remain and took no reward, rewards used and not
 * come back, and from both what is ready, what is missing and how far the next one is.
 */
export function rewardStanding(
  mechanic: NthItem,
  made: readonly { readonly lines: readonly NetLine[] }[],
): RewardStanding {
  const { items: after, shareBp } = mechanic;
  const items: Units[] = [];
  let used = 0;
  for (const { lines } of made) {
    items.push(...itemsOf(lines, mechanic));
    used += usedOf(lines, after);
  }
  const counted = items.reduce((sum, { units }) => sum + units, 0);
  const deficit = Math.max(0, used * after - counted);
  const { runs, progress, countedMinor } = cyclesOf(items, after, shareBp);
  const begun = deficit > 0 ? { progress: 0, countedMinor: 0 } : { progress, countedMinor };
  const options = { carries: mechanic.surplus === 'carries', counts: mechanic.rewarded === 'counts' };
  return { after, shareBp, ...options, counted, used, deficit, ...begun, ...readyOf(runs, used) };
}
