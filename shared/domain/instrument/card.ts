import type { CardNumber, CustomerId, Instant, OrderId, ProgramId, SeriesId } from '../ids.ts';

export type CardState = 'emitted' | 'issued' | 'replaced' | 'blocked' | 'expired';

/** What happened to a card, oldest first. */
export type CardEvent = {
  readonly at: Instant;
  readonly by: string | null;
  readonly kind: 'emitted' | 'issued' | 'replaced' | 'blocked' | 'unblocked' | 'expired' | 'moved';
  readonly customerId: CustomerId | null;
  readonly note: string;
};

export type Card = {
  readonly number: CardNumber;
  readonly seriesId: SeriesId;
  readonly programId: ProgramId;
  readonly state: CardState;
  readonly customerId: CustomerId | null;
  readonly issuedAt: Instant | null;
  readonly issuedBy: OrderId | null;
  readonly replacedBy: CardNumber | null;
  readonly expiresAt: Instant | null;
  readonly history: readonly CardEvent[];
  /** Rises with each change; a change names the one it saw, so that of two at once one loses. */
  readonly revision: number;
};

export type Series = {
  readonly id: SeriesId;
  readonly programId: ProgramId;
  readonly name: string;
  readonly prefix: string;
  readonly count: number;
  readonly emitted: number;
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
};
