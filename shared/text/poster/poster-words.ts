import type { PluralForms } from '../format/plural.ts';

/** The sentences of one language. Amounts, percentages and counts come written as the language writes them. */
export type PosterWords = {
  readonly everyone: string;
  readonly cardForAll: string;
  readonly cardFrom: (amount: string) => string;
  readonly earlierCount: string;
  /** Of how many products it is about, or not; which ones only the shop can say. */
  readonly onlyProducts: PluralForms;
  readonly exceptProducts: PluralForms;
  readonly onlyWeb: string;
  readonly onlyTill: string;
  /** At how many of the shops. */
  readonly onlyLocations: PluralForms;
  readonly notesKept: (label: string) => string;
  readonly always: (percent: string) => string;
  /** One condition, or two joined by `or` or `and`. */
  readonly level: (percent: string, when: string) => string;
  readonly spent: (amount: string) => string;
  readonly purchases: PluralForms;
  readonly or: string;
  readonly and: string;
  /** What the first purchase gets, what each further one adds, and where it ends. */
  readonly stepUp: (start: string, step: string, cap: string) => string;
  /** After how many items; `{percent}` of what they cost. */
  readonly nthItem: PluralForms;
  /** How many products are listed; each sets its mark once, or every item of them one. */
  readonly marksByProduct: PluralForms;
  readonly marksByItem: PluralForms;
  readonly marksByPurchase: string;
  readonly returnedPurchaseMarkGoes: string;
  /** From how many marks on; `{reward}` is what there is then. */
  readonly markReward: PluralForms;
  readonly percentOnce: (percent: string) => string;
  readonly gift: string;
  readonly choice: (one: string, other: string) => string;
  readonly marksKept: string;
  readonly marksSpent: string;
  readonly marksBeginAnew: string;
  readonly returnedMarkGoes: string;
  readonly rewardLapses: string;
  readonly rewardCarries: string;
  readonly rewardedApart: string;
  readonly rewardedCounts: string;
  /** After how many days a reward lapses that nobody uses, or that it does not. */
  readonly unusedLapses: PluralForms;
  readonly unusedWaits: string;
  readonly returnedItemDoesNotCount: string;
  readonly stepBack: PluralForms;
  readonly backToStart: PluralForms;
  readonly returnedDoesNotCount: string;
  readonly windows: Readonly<Record<'lifetime' | 'calendar_year' | 'card_year', string>>;
  readonly rollingDays: PluralForms;
  readonly rollingMonths: PluralForms;
  readonly fromNextPurchase: string;
  readonly levelFollows: string;
  readonly levelStays: string;
  readonly levelHoldsNext: string;
  readonly friendWelcomed: (percent: string) => string;
  readonly giverOnce: (percent: string) => string;
  readonly giverForGood: (percent: string) => string;
  readonly friendReturned: PluralForms;
  /** Instants, to the minute: a version may begin at any. */
  readonly added: (upTo: string) => string;
  readonly orderCap: (most: string) => string;
  readonly monthCap: (most: string) => string;
  readonly ends: (at: string) => string;
  readonly kept: (before: string) => string;
  readonly keptUntil: (before: string, until: string) => string;
};
