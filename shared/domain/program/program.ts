import type { Instant, ProductId, ProgramId } from '../ids.ts';
import type { BasisPoints, CurrencyCode } from '../money/money.ts';
import type { OfferGives } from '../offer/offer.ts';
import type { Scope } from './scope.ts';
import type { Where } from './where.ts';

/** What a program adds up (rules 1, Window). Calendar years and anniversaries in the shop's time zone. */
export type Window =
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'calendar_year' }
  | { readonly kind: 'card_year' }
  | { readonly kind: 'rolling_days'; readonly days: number }
  | { readonly kind: 'rolling_months'; readonly months: number };

/** One step: reached at a spend (minor units) or a number of purchases; null = this measure is not asked. */
export type Level = {
  readonly name: string;
  readonly fromSpentMinor: number | null;
  readonly fromPurchases: number | null;
  readonly discountBp: BasisPoints;
};

export type Fixed = { readonly kind: 'fixed'; readonly discountBp: BasisPoints };

/** Rules 2.2 and 2.3; a window other than lifetime makes it "cumulative with reset". Levels rise. */
export type Levels = {
  readonly kind: 'levels';
  readonly levels: readonly Level[];
  readonly reachedBy: 'any' | 'all';
  readonly afterRefund: 'follows' | 'stays';
  readonly holds: 'window' | 'next_window';
};

/**
 * Rules 2.5: each purchase that counts is one step up, from `startBp` by `stepBp` to `capBp`. `decay`: a pause of so
 * many days of 24 hours takes a step back, or all of them down to the start; null: a pause takes nothing.
 */
export type StepUp = {
  readonly kind: 'step_up';
  readonly startBp: BasisPoints;
  readonly stepBp: BasisPoints;
  readonly capBp: BasisPoints;
  readonly decay: { readonly days: number; readonly to: 'step_back' | 'start' } | null;
};

/**
 * What becomes of a reward that nobody used (rules 1): it waits for good, or so many days of 24 hours from the purchase
 * that earned it, whatever becomes of its window. Without either it ends with the window.
 */
export type Unused = 'never' | { readonly days: number };

/**
 * Rules 2.4: after every `items` one item gets `shareBp` of what they came to, never more than its own price.
 * `surplus`: what becomes of the rest; `rewarded`: whether the item that takes a reward is one of the next.
 */
export type NthItem = {
  readonly kind: 'nth_item';
  readonly items: number;
  readonly shareBp: BasisPoints;
  readonly surplus: 'lapses' | 'carries';
  readonly rewarded: 'apart' | 'counts';
  readonly unused?: Unused;
};

/** A reward for marks: from so many on, one of what it gives; where it gives two, the customer chooses. */
export type MarkReward = { readonly marks: number; readonly gives: readonly OfferGives[] };

/**
 * Rules 2.6: buying a product of the list sets its mark, once per product and cycle or once per item; or every purchase
 * sets one, whatever was bought (`products` is empty then). Rewards rise by their marks; the cycle ends with the last.
 * `lower`: whether taking another one keeps the marks or spends them.
 */
export type Marks = {
  readonly kind: 'marks';
  readonly products: readonly ProductId[];
  readonly per: 'product' | 'item' | 'purchase';
  readonly rewards: readonly MarkReward[];
  readonly lower: 'keeps' | 'spends';
  readonly unused?: Unused;
};

export type Mechanic = Fixed | Levels | StepUp | NthItem | Marks;

/**
 * Who takes part. `everyone`: every customer the shop knows, all purchases count.
 * `card`: handed over at a purchase of at least `fromMinor` (0 = to every buyer); whether purchases before the
 * one that gave the card count is `earlier` (rules 1, default `ignored`).
 */
export type Membership =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'card'; readonly fromMinor: number; readonly earlier: 'ignored' | 'count' };

/**
 * Rules 2.7: a holder hands the card to a friend. `welcomeBp`: what a new customer gets off the purchase on which the
 * card is presented; `bonusBp`: points on top of the giver's own discount, on the next purchase or for good. Goods that
 * come back in full within so many days of 24 hours take the bonus back.
 */
export type Referral = {
  readonly welcomeBp: BasisPoints;
  readonly bonusBp: BasisPoints;
  readonly bonus: 'once' | 'for_good';
  readonly withinDays: number;
};

/**
 * Whoever took part before the version began keeps what the one before it promised, wherever that gives more (decision
 * 0065); up to `until`, null: for good.
 */
export type Keeping = { readonly until: Instant | null };

/** Dated notes are kept on the cards of a program (rules 4, every visit), and this is what they are called. */
export type CardNotes = { readonly label: string };

/**
 * What a percentage gives at most (rules 3.6), in minor units: on one order, and to one customer in a calendar month of
 * the shop; null: no such cap. Over it the rest is at full price.
 */
export type Caps = { readonly orderMinor: number | null; readonly monthMinor: number | null };

/** What a merchant promises, from `effectiveAt` on. `version` rises by one. Never changed once published. */
export type ProgramVersion = {
  readonly programId: ProgramId;
  readonly version: number;
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly effectiveAt: Instant;
  readonly endsAt: Instant | null;
  readonly membership: Membership;
  readonly window: Window;
  readonly mechanic: Mechanic;
  /** Only where cards may be handed on to friends. */
  readonly referral?: Referral;
  /** Absent: the version is for everybody, and nothing of the one before it is kept. */
  readonly keeps?: Keeping;
  /** Absent: everything the shop sells. */
  readonly scope?: Scope;
  /** Absent: over every channel and at every location. */
  readonly where?: Where;
  /** Absent: no notes are kept on its cards. */
  readonly notes?: CardNotes;
  /** Absent: it gives its percentage of whatever is bought. */
  readonly caps?: Caps;
  /**
   * Its percentage is added to the best of the other programs, up to so much together (rules 3.2); absent: the best one
   * counts alone.
   */
  readonly addedUpToBp?: BasisPoints;
};
