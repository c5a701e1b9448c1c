import type { CardNumber, CustomerId, Instant, LotNumber, OrderId, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Offer, Redeemed } from '../offer/offer.ts';
import type { Where } from '../program/where.ts';
import type { Purchase } from '../purchase/purchase.ts';
import type { RewardsOwed } from '../quote/rewards.ts';
import type { ReferralStanding } from '../referral/referral-standing.ts';
import type { Referred } from '../referral/referred.ts';

/** A card linked to the customer: when it was given, and by which purchase, where one gave it. */
export type HeldCard = {
  readonly number: CardNumber;
  readonly programId: ProgramId;
  readonly issuedAt: Instant;
  readonly issuedBy: OrderId | null;
};

/**
 * Levels that people decided by hand, read from the customer's own journal and walked by `sequence`: `level_given`
 * sets the floor, `level_taken` ends it, `level_joined` (a merge brought it) lifts it, never lowers it (rules 5).
 */
export type LevelFact =
  | {
      readonly kind: 'level_given';
      readonly programId: ProgramId;
      readonly at: Instant;
      readonly sequence: number;
      readonly discountBp: BasisPoints;
      readonly note: string;
    }
  | {
      readonly kind: 'level_taken';
      readonly programId: ProgramId;
      readonly at: Instant;
      readonly sequence: number;
      readonly note: string;
    }
  | {
      readonly kind: 'level_joined';
      readonly programId: ProgramId;
      readonly at: Instant;
      readonly sequence: number;
      readonly discountBp: BasisPoints;
      /** Whose it was: a merge told twice brings it once. */
      readonly from: CustomerId;
    };

/** A prize that was won or handed over; no standing hangs on it, but it is said in the journal just once. */
export type PrizeFact = {
  readonly kind: 'prize_won' | 'prize_handed_over';
  readonly at: Instant;
  readonly sequence: number;
  readonly lot: LotNumber;
};

/** What the customer's own journal carries as facts. */
export type ManualFact = LevelFact | PrizeFact;

/** Everything known of one customer, as sets in which no order matters; one purchase for each order id. */
export type Facts = {
  readonly purchases: readonly Purchase[];
  readonly cards: readonly HeldCard[];
  readonly manual: readonly ManualFact[];
  /** One-off rewards that orders used by their codes (rules 2.8). */
  readonly redeemed: readonly Redeemed[];
  /** Whether orders still owed count: the merchant's terms (rules 1). */
  readonly owedCounts: boolean;
  /** Orders of friends who presented a card of theirs (rules 2.7). */
  readonly referred?: readonly Referred[];
};

/**
 * Rules 2.4 of one customer: what checkout has to know, and besides it the items counted in the window, the rewards
 * used and not come back, how many are ready and what all of them are worth; `readyMinor` lists the oldest ones alone.
 * `lapsesAt`: when time alone takes the oldest that is ready; absent: never.
 */
export type RewardStanding = RewardsOwed & {
  readonly counted: number;
  readonly used: number;
  readonly ready: number;
  readonly worthMinor: number;
  readonly lapsesAt?: Instant;
};

/**
 * Rules 2.6 of one customer: marks on the card, rewards of the window that are used and not come back, marks missing
 * under them, and which rewards are ready, each by the marks it asks, also those of a window before that wait on.
 * `lapsesAt`: when time alone takes the first of them; absent: never.
 */
export type MarkStanding = {
  readonly set: number;
  readonly used: number;
  readonly deficit: number;
  readonly ready: readonly number[];
  readonly lapsesAt?: Instant;
};

/**
 * That an older version still counts for somebody (decision 0065). `inForce`: the one for everybody. `rewardsBy`: whose
 * rewards they are, null without any; whose percentage it is says the standing's own version. `until` null: for good.
 */
export type Kept = {
  readonly inForce: number;
  readonly rewardsBy: number | null;
  readonly until: Instant | null;
};

/** A customer's state in one program at `asOf`. `windowEndsAt` null: no instant at which time alone ends it. */
export type Standing = {
  readonly programId: ProgramId;
  readonly version: number;
  readonly takesPart: boolean;
  readonly windowStartsAt: Instant | null;
  readonly windowEndsAt: Instant | null;
  readonly spentMinor: number;
  readonly purchases: number;
  readonly items: number;
  /** How many steps up the next purchase is (rules 2.5), also beyond the cap; 0 with other mechanics. */
  readonly position: number;
  /** Index into the version's levels; null: none reached. */
  readonly level: number | null;
  /** Floor given by hand; 0: none. */
  readonly givenBp: BasisPoints;
  /** What the next purchase gets. */
  readonly discountBp: BasisPoints;
  readonly next: {
    readonly level: number;
    readonly missingSpentMinor: number;
    readonly missingPurchases: number;
  } | null;
  /** Only where the program rewards the n-th item. */
  readonly rewards?: RewardStanding;
  /** Only where the program gives rewards for marks. */
  readonly marks?: MarkStanding;
  /** Only where cards may be handed on (rules 2.7); its bonus is in `discountBp`. */
  readonly referral?: ReferralStanding;
  /** Only where something of it comes from an older version than the one in force. */
  readonly kept?: Kept;
  /** Rewards that exist before the basket and are ready now; only where the program gives such. */
  readonly offers?: readonly Offer[];
  /** Its percentage is added to other programs' up to so much together (rules 3.2); absent: it is not. */
  readonly addedUpToBp?: BasisPoints;
  /** Only where the program does not hold everywhere: elsewhere it gives nothing. */
  readonly where?: Where;
  /** What the next purchase gets at most (rules 3.6), in minor units; only where the program has a cap. */
  readonly capMinor?: number;
  /** Only where the end of the program is planned: from then on it gives nothing. */
  readonly programEndsAt?: Instant;
  /** The next instant at which time alone changes this standing; null: never. */
  readonly changesAt: Instant | null;
};

/** All standings of one customer: one per program in force, ordered by program id. */
export type CustomerStanding = { readonly asOf: Instant; readonly standings: readonly Standing[] };
