import type {
  CardNumber,
  CustomerId,
  DrawId,
  Instant,
  JournalEntryId,
  LotNumber,
  OrderId,
  ProgramId,
  RefundId,
} from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { CustomerStanding } from '../standing/standing.ts';

/** Why the journal was written to. Manual causes carry the fact itself (style.md 4). */
export type Cause =
  | { readonly kind: 'entered' }
  | { readonly kind: 'order'; readonly orderId: OrderId; readonly name: string }
  | { readonly kind: 'refund'; readonly orderId: OrderId; readonly refundId: RefundId }
  | { readonly kind: 'card_linked'; readonly number: CardNumber }
  | { readonly kind: 'card_replaced'; readonly number: CardNumber; readonly by: CardNumber }
  | { readonly kind: 'card_blocked' | 'card_unblocked' | 'card_expired'; readonly number: CardNumber }
  | {
      readonly kind: 'level_given';
      readonly programId: ProgramId;
      readonly discountBp: BasisPoints;
      readonly note: string;
    }
  | { readonly kind: 'level_taken'; readonly programId: ProgramId; readonly note: string }
  | { readonly kind: 'program_published'; readonly programId: ProgramId; readonly version: number }
  | { readonly kind: 'program_ended'; readonly programId: ProgramId }
  | {
      readonly kind: 'merged';
      readonly from: CustomerId;
      readonly given: readonly { readonly programId: ProgramId; readonly discountBp: BasisPoints }[];
    }
  | {
      readonly kind: 'prize_won' | 'prize_handed_over';
      readonly drawId: DrawId;
      readonly draw: string;
      readonly prize: string;
      readonly lot: LotNumber;
    }
  /** An order of a friend who presented a card of theirs, or what is known of the friend (rules 2.7). */
  | { readonly kind: 'referred' }
  | { readonly kind: 'time_passed' }
  | { readonly kind: 'rebuilt' };

/** What changes on a card of marks (rules 2.6): marks on it, rewards used, marks missing, rewards ready. */
export type MarkChange = 'marks' | 'marks_used' | 'marks_missing' | 'marks_ready';

/**
 * What changes in the rewards of rules 2.4; `ready_worth` in minor units, the others are numbers of items or rewards.
 */
export type RewardChange = 'counted' | 'used' | 'deficit' | 'progress' | 'ready' | 'ready_worth';

/** What changes for a giver (rules 2.7): how many friends were brought, bonuses ready and used, and used too many. */
export type ReferralChange = 'brought' | 'bonus_ready' | 'bonus_used' | 'bonus_deficit';

/** One thing that is different after an entry; before and after, so that a sum over the journal gives the standing. */
export type Change =
  | { readonly kind: 'joined'; readonly programId: ProgramId }
  | { readonly kind: 'left'; readonly programId: ProgramId }
  | {
      readonly kind: 'spent' | 'purchases' | 'items' | 'position' | 'discount' | 'given';
      readonly programId: ProgramId;
      readonly before: number;
      readonly after: number;
    }
  | { readonly kind: MarkChange; readonly programId: ProgramId; readonly before: number; readonly after: number }
  | { readonly kind: RewardChange; readonly programId: ProgramId; readonly before: number; readonly after: number }
  | {
      readonly kind: RewardChange | ReferralChange;
      readonly programId: ProgramId;
      readonly before: number;
      readonly after: number;
    }
  /** Numbers of versions: the older one that is kept (decision 0065), null: the one in force counts. */
  | {
      readonly kind: 'kept';
      readonly programId: ProgramId;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'kept_rewards';
      readonly programId: ProgramId;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'level';
      readonly programId: ProgramId;
      readonly before: number | null;
      readonly after: number | null;
    }
  | {
      readonly kind: 'window';
      readonly programId: ProgramId;
      readonly before: Instant | null;
      readonly after: Instant | null;
    };

/** Appended under the customer's next sequence number (from 1): that insert is the moment it becomes true. */
export type JournalEntry = {
  readonly id: JournalEntryId;
  readonly customerId: CustomerId;
  readonly sequence: number;
  readonly at: Instant;
  readonly asOf: Instant;
  readonly by: string | null;
  readonly cause: Cause;
  readonly changes: readonly Change[];
  readonly standing: CustomerStanding;
};
