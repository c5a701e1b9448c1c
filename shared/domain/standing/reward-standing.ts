import type { NthItem } from '../program/program.ts';
import type { NetLine } from '../purchase/purchase.ts';
import { READY_LISTED_MAX } from '../quote/reward-figures.ts';
import { cutCycles, itemsOf, NOTHING_BEGUN, type Run, type Units, usedOf } from './cycles.ts';
import type { RewardStanding } from './standing.ts';

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
    used += usedOf(lines, mechanic);
  }
  const counted = items.reduce((sum, { units }) => sum + units, 0);
  const deficit = Math.max(0, used * after - counted);
  const runs: Run[] = [];
  const cut = cutCycles(items, mechanic, NOTHING_BEGUN, (run) => runs.push(run));
  const begun = deficit > 0 ? NOTHING_BEGUN : cut;
  const options = { carries: mechanic.surplus === 'carries', counts: mechanic.rewarded === 'counts' };
  return { after, shareBp, ...options, counted, used, deficit, ...begun, ...readyOf(runs, used) };
}
