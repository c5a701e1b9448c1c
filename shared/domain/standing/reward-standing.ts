import type { Instant } from '../ids.ts';
import type { NthItem } from '../program/program.ts';
import { READY_LISTED_MAX } from '../quote/reward-figures.ts';
import { itemsOf, NOTHING_BEGUN, usedOf } from './cycles.ts';
import type { Held } from './held.ts';
import { AT_THE_START, type EarnedRun, missingIn, rewardsAt, waitingIn, walkRewards } from './reward-walk.ts';
import type { RewardStanding } from './standing.ts';

type Ready = Pick<RewardStanding, 'ready' | 'worthMinor' | 'readyMinor' | 'lapsesAt'>;

/** What is ready: how many, what they are worth together, the first ones singly, and when the oldest lapses. */
function readyOf(waiting: readonly EarnedRun[]): Ready {
  let [ready, worthMinor] = [0, 0];
  const readyMinor: number[] = [];
  for (const run of waiting) {
    ready += run.rewards;
    worthMinor += run.rewards * run.worthMinor;
    const listed = Math.min(run.rewards, READY_LISTED_MAX - readyMinor.length);
    for (let i = 0; i < listed; i += 1) readyMinor.push(run.worthMinor);
  }
  const lapsesAt = waiting[0]?.lapsesAt ?? null;
  return { ready, worthMinor, readyMinor, ...(lapsesAt === null ? {} : { lapsesAt }) };
}

/** All rewards that wait at an instant, oldest first. `windows`: oldest first, the last is the one at that instant. */
export function rewardsWalked(mechanic: NthItem, windows: readonly Held[], asOf: Instant) {
  const earned: EarnedRun[] = [];
  let come = AT_THE_START;
  for (const { bounds, made } of windows) {
    for (const { at, lines } of made) {
      const basket = { items: itemsOf(lines, mechanic), used: usedOf(lines, mechanic) };
      come = walkRewards(mechanic, earned, come, { at, startsAt: bounds.startsAt, ...basket });
    }
  }
  const startsAt = windows.at(-1)?.bounds.startsAt ?? null;
  const now = rewardsAt(mechanic, earned, come, { at: asOf, startsAt });
  return { now, waiting: waitingIn(earned, now) };
}

/**
 * Rules 2.4 over what the windows hold, in order of purchase: items that remain and took no reward, rewards used and
 * not come back, and from both what is ready, what is missing and how far the next one is.
 */
export function rewardStanding(mechanic: NthItem, windows: readonly Held[], asOf: Instant): RewardStanding {
  const { items: after, shareBp } = mechanic;
  const { now, waiting } = rewardsWalked(mechanic, windows, asOf);
  const deficit = missingIn(now, mechanic);
  const { progress, countedMinor } = deficit > 0 ? NOTHING_BEGUN : now;
  const options = { carries: mechanic.surplus === 'carries', counts: mechanic.rewarded === 'counts' };
  const { counted, used } = now;
  return { after, shareBp, ...options, counted, used, deficit, progress, countedMinor, ...readyOf(waiting) };
}
