import type { DrawId, Instant, LocationId, LotNumber, ProgramId } from '../ids.ts';
import type { CurrencyCode } from '../money/money.ts';
import type { Channel } from '../purchase/purchase.ts';

/** What can be won, and by how many. */
export type Prize = { readonly name: string; readonly count: number };

/** Whom a draw is among: who holds a card, who takes part in a program, or who reached a level of one (an index). */
export type Among =
  | { readonly kind: 'card' }
  | { readonly kind: 'program'; readonly programId: ProgramId }
  | { readonly kind: 'level'; readonly programId: ProgramId; readonly level: number };

/**
 * What they must have bought: purchases made at `from <= processedAt < to`, over these channels and at these locations
 * (none named: all), at least so many or for at least so much (minor units, net); null: this is not asked.
 */
export type Bought = {
  readonly from: Instant;
  readonly to: Instant;
  readonly purchases: number | null;
  readonly spentMinor: number | null;
  readonly reachedBy: 'any' | 'all';
  readonly channels: readonly Channel[];
  readonly locationIds: readonly LocationId[];
};

/** What a draw promises when it is opened. Nothing of it ever changes, and its commitment covers every word of it. */
export type DrawTerms = {
  readonly name: string;
  readonly prizes: readonly Prize[];
  readonly among: Among;
  readonly bought: Bought | null;
  /** Null: one lot a holder; else one for every so many purchases that count. */
  readonly lotPer: number | null;
  readonly closesAt: Instant;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
};

export type DrawState = 'open' | 'closed' | 'drawn' | 'cancelled';

/** One lot that won. `prize` is an index into the prizes. `by`: a member of staff. */
export type Winner = {
  readonly prize: number;
  readonly lot: LotNumber;
  readonly handedOver: { readonly at: Instant; readonly by: string | null } | null;
};

/** One step in the life of a draw; all of them together are its trail, only appended to. */
export type DrawEvent = {
  readonly at: Instant;
  readonly by: string | null;
  readonly kind: 'opened' | 'closed' | 'drawn' | 'cancelled' | 'handed_over';
  readonly lot: LotNumber | null;
  readonly note: string;
};

/** The frozen list: `listId` names the lots that belong to it, `listHash` is SHA-256 over their numbers in order. */
export type ClosedList = {
  readonly at: Instant;
  readonly listId: string;
  readonly lots: number;
  readonly holders: number;
  readonly listHash: string;
};

/** What came out; the seed is revealed with it. */
export type Drawn = { readonly at: Instant; readonly seed: string; readonly winners: readonly Winner[] };

/** A prize draw among holders. `termsText` is the very text of the terms that `commitment` was made over. */
export type Draw = {
  readonly id: DrawId;
  readonly terms: DrawTerms;
  readonly termsText: string;
  readonly commitment: string;
  readonly state: DrawState;
  readonly createdAt: Instant;
  readonly closed: ClosedList | null;
  readonly drawn: Drawn | null;
  /** The journals of all winners say so. */
  readonly isTold: boolean;
  readonly trail: readonly DrawEvent[];
  readonly revision: number;
};

/** Among how many a draft would be drawn now, as far as `looked` of `customers` were asked. */
export type Eligible = {
  readonly holders: number;
  readonly lots: number;
  readonly looked: number;
  readonly customers: number;
};

/** What is drawn in all. */
export const prizesIn = (prizes: readonly Prize[]): number => prizes.reduce((sum, { count }) => sum + count, 0);
