import type { ProgramVersion } from '../program/program.ts';
import type { ScopedClaim } from '../quote/quote.ts';
import type { ScopedRewardClaim } from '../quote/rewards.ts';
import { claimsOf } from './claims.ts';
import { rewardClaimOf } from './reward-claim.ts';
import type { CustomerStanding } from './standing.ts';

/** What a cart may be given: percentages, and the rewards of one program, each with the goods it is for. */
export type Owed = { readonly claims: readonly ScopedClaim[]; readonly reward: ScopedRewardClaim | null };

export const NOTHING_OWED: Owed = { claims: [], reward: null };

/** What the holder of a standing is owed, with the scope of the very version that each standing was worked out by. */
export function owedOf(
  standing: CustomerStanding,
  versions: readonly Pick<ProgramVersion, 'programId' | 'version' | 'scope'>[],
): Owed {
  const scoped = <C extends Pick<ProgramVersion, 'programId'>>(claim: C) => {
    const of = standing.standings.find(({ programId }) => programId === claim.programId);
    // Where an older version is kept, the rewards may be of one and the percentage of another.
    const number = 'readyMinor' in claim ? (of?.kept?.rewardsBy ?? of?.version) : of?.version;
    const version = versions.find((v) => v.programId === claim.programId && v.version === number);
    return version?.scope === undefined ? claim : { ...claim, scope: version.scope };
  };
  const reward = rewardClaimOf(standing);
  return { claims: claimsOf(standing).map(scoped), reward: reward === null ? null : scoped(reward) };
}
