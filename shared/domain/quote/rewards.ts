import type { ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Scope } from '../program/scope.ts';

/**
 * What checkout has to know of a holder to walk a basket by rules 2.4, and no more: after how many items a reward comes
 * and what share of their total it is, how many are counted towards the next one and what they came to, how many are
 * missing first, and what the rewards that wait are worth, oldest first. Money in minor units.
 */
export type RewardsOwed = {
  readonly after: number;
  readonly shareBp: BasisPoints;
  readonly progress: number;
  readonly countedMinor: number;
  readonly deficit: number;
  readonly readyMinor: readonly number[];
  /** Whether what a reward is worth beyond its item goes on to the next one of the basket; else it lapses. */
  readonly carries: boolean;
  /** Whether the item that takes a reward is one of the next; else it is apart. */
  readonly counts: boolean;
};

/** The rewards that a holder is owed in one program. */
export type RewardClaim = RewardsOwed & { readonly programId: ProgramId };

/** Rewards and the goods that are counted and take them; without a scope all are. */
export type ScopedRewardClaim = RewardClaim & { readonly scope?: Scope };
