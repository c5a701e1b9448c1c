import type { Where } from './where.ts';

/**
 * A program as the wizard edits it: all text, exactly as typed, so that half-done work is kept. Money and percent as
 * decimals.
 */
export type ProgramDraft = {
  readonly name: string;
  readonly membership: 'everyone' | 'card';
  readonly cardFrom: string;
  readonly earlier: 'ignored' | 'count';
  readonly mechanic: 'fixed' | 'levels' | 'step_up' | 'nth_item' | 'marks';
  readonly fixedPercent: string;
  readonly levels: readonly {
    readonly name: string;
    readonly fromSpent: string;
    readonly fromPurchases: string;
    readonly percent: string;
  }[];
  readonly reachedBy: 'any' | 'all';
  readonly afterRefund: 'follows' | 'stays';
  readonly holds: 'window' | 'next_window';
  readonly nthItems: string;
  readonly nthPercent: string;
  readonly surplus: 'lapses' | 'carries';
  readonly rewarded: 'apart' | 'counts';
  /** What becomes of rewards that nobody uses, of items and of marks; `unusedAfter`: after how many days they lapse. */
  readonly unused: (typeof UNUSED)[number];
  readonly unusedAfter: string;
  /** Ids of the listed products, in the merchant's order. */
  readonly markProducts: readonly string[];
  readonly markPer: 'product' | 'item' | 'purchase';
  /** `percent` and `gift` (a product's id) as `gives` asks for them; with `choice` the customer takes one of both. */
  readonly markRewards: readonly {
    readonly marks: string;
    readonly gives: 'percent' | 'gift' | 'choice';
    readonly percent: string;
    readonly gift: string;
  }[];
  readonly markLower: 'keeps' | 'spends';
  readonly startPercent: string;
  readonly stepPercent: string;
  readonly capPercent: string;
  readonly decay: 'none' | 'step_back' | 'start';
  readonly decayDays: string;
  readonly referral: 'none' | 'once' | 'for_good';
  readonly welcomePercent: string;
  readonly bonusPercent: string;
  readonly referralDays: string;
  readonly window: 'lifetime' | 'calendar_year' | 'card_year' | 'rolling_days' | 'rolling_months';
  readonly windowLength: string;
  readonly scope: 'all' | 'products';
  /** Shopify's numbers of products. */
  readonly products: readonly string[];
  readonly excluded: readonly string[];
  /** Whether dated notes are kept on the cards, and what they are called. */
  readonly notes: 'none' | 'dated';
  readonly notesLabel: string;
  /** Over which channels the program holds; none: all of them. */
  readonly channels: Where['channels'];
  /** Shopify's numbers of locations, with commas between them; empty: all of them. */
  readonly locations: string;
  /** What one order, and one customer in a month, gets at most; empty: no cap. */
  readonly orderCap: string;
  readonly monthCap: string;
  /** Up to which percentage it is added to other programs; empty: it is not. */
  readonly addedUpTo: string;
};

/** What may become of a reward that nobody uses: it ends with its window, after so many days, or never (rules 1). */
export const UNUSED = ['with_window', 'days', 'never'] as const;

/** What a form begins with that says nothing yet. */
export const emptyDraft: ProgramDraft = {
  name: '',
  membership: 'everyone',
  cardFrom: '',
  earlier: 'ignored',
  mechanic: 'levels',
  fixedPercent: '',
  levels: [],
  reachedBy: 'any',
  afterRefund: 'follows',
  holds: 'window',
  nthItems: '',
  nthPercent: '',
  surplus: 'lapses',
  rewarded: 'apart',
  unused: 'with_window',
  unusedAfter: '',
  markProducts: [],
  markPer: 'product',
  markRewards: [],
  markLower: 'keeps',
  startPercent: '',
  stepPercent: '',
  capPercent: '',
  decay: 'none',
  decayDays: '',
  referral: 'none',
  welcomePercent: '',
  bonusPercent: '',
  referralDays: '',
  window: 'lifetime',
  windowLength: '',
  scope: 'all',
  products: [],
  excluded: [],
  notes: 'none',
  notesLabel: '',
  channels: [],
  locations: '',
  orderCap: '',
  monthCap: '',
  addedUpTo: '',
};

/** Windows without an end: a purchase leaves them by itself. */
export const isRolling = (window: ProgramDraft['window']): boolean =>
  window === 'rolling_days' || window === 'rolling_months';

/** Caps are for percentages of every purchase; a reward is earned and given once (decision 0056). */
export const canCap = (mechanic: ProgramDraft['mechanic']): boolean => mechanic !== 'nth_item' && mechanic !== 'marks';

/** Rolling windows are for levels alone (rules 1, Window); a fixed percentage adds nothing up, whatever the window. */
export const canRoll = (mechanic: ProgramDraft['mechanic']): boolean => mechanic === 'levels' || mechanic === 'fixed';
