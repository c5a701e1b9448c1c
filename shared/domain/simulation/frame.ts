import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { ReadDraft } from '../program/read-draft.ts';
import type { Listed } from './book-offer.ts';
import type { PastId } from './history.ts';
import type { Month } from './months.ts';
import type { Place } from './places.ts';
import type { createBounds } from './tallies.ts';

/** `as_happened`: the same walk without any discount of ours (rules 4a). */
export type Mode = 'with_program' | 'as_happened';

/** Whether a line's goods are in the program's scope; the others are sold, count for nothing and get nothing. */
export type PastHolds = (productId: PastId | null) => boolean;

/** What is the same for every customer of a simulation. `marginBp` null: no margin floor. */
export type Frame = {
  readonly program: ReadDraft;
  readonly mode: Mode;
  readonly marginBp: BasisPoints | null;
  readonly holds: PastHolds;
  /** By the index of a place: whether the program holds there. */
  readonly holdsAtPlace: readonly boolean[];
  readonly months: readonly Month[];
  readonly places: readonly Place[];
  readonly endsAt: Instant;
  readonly boundsAt: ReturnType<typeof createBounds>;
  /** The products that a card of marks names; nothing with other mechanics. */
  readonly listed: Listed;
};
