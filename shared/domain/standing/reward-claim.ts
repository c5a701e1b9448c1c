import type { RewardClaim } from '../quote/rewards.ts';
import type { CustomerStanding, RewardStanding, Standing } from './standing.ts';

/** More items than anybody buys at once: what is missing while rewards wait that a basket is not told of. */
const NOTHING_NEW = 1_000_000;

type Rewarded = Standing & { readonly rewards: RewardStanding };

const missing = ({ after, progress, deficit }: RewardStanding): number => deficit + after - progress;

/** What one asks of rewards first: how much is ready, then how near the next one is. More of it is better. */
export const readinessOf = (rewards: RewardStanding): readonly number[] => [rewards.worthMinor, -missing(rewards)];

/** Whether the first figure that differs is the higher one. */
export function isMore(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((figure, i) => figure !== b[i]);
  return differs >= 0 && (a[differs] ?? 0) > (b[differs] ?? 0);
}

/**
 * The one program whose rewards a basket may take: where the most is ready, then where the next one is nearest, then
 * the first. Where more rewards wait than are listed, nothing new arises in the basket, so that those
 * behind the list come first in the next one.
 */
export function rewardClaimOf({ standings }: CustomerStanding): RewardClaim | null {
  let best: Rewarded | null = null;
  for (const standing of standings) {
    const { takesPart, rewards } = standing;
    if (!takesPart || rewards === undefined) continue;
    const one = { ...standing, rewards };
    if (best === null || isMore(readinessOf(one.rewards), readinessOf(best.rewards))) best = one;
  }
  if (best === null) return null;
  const { after, shareBp, progress, countedMinor, deficit, readyMinor, carries, counts, ready } = best.rewards;
  const isAll = ready <= readyMinor.length;
  const begun = isAll ? { progress, countedMinor, deficit } : { progress: 0, countedMinor: 0, deficit: NOTHING_NEW };
  return { programId: best.programId, after, shareBp, ...begun, readyMinor, carries, counts };
}
