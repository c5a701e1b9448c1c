import type { ProductId, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Scope } from '../program/scope.ts';

/**
 * A line as checkout knows it, in minor units of the cart's currency.
 * `amountMinor` is the line before our discount; `floorMinor` what the whole line may not fall below (0: no floor).
 */
export type CartLine = {
  readonly id: string;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly floorMinor: number;
  /** Absent, or null: goods without a product. */
  readonly productId?: ProductId | null;
};

/**
 * What a holder is owed in one program. `capMinor`: what it gives at most on this cart (rules 3.6); absent: as much as
 * it comes to.
 */
export type Claim = {
  readonly programId: ProgramId;
  readonly discountBp: BasisPoints;
  readonly capMinor?: number;
  /** Programs whose percentages are in it too (rules 3.2). */
  readonly with?: readonly ProgramId[];
};

/** A claim and the goods it is for; without a scope it is for all. */
export type ScopedClaim = Claim & { readonly scope?: Scope };

/**
 * `floorSavedMinor`: what the margin floor cut away (rules 3.3). `rewards`: the line's discount is so many rewards,
 * each after so many items (rules 2.4), and no percentage. `capSavedMinor`: what a cap cut away, where one did.
 */
export type QuotedLine = {
  readonly id: string;
  readonly discountMinor: number;
  readonly floorSavedMinor: number;
  readonly programId: ProgramId;
  readonly discountBp: BasisPoints;
  readonly rewards?: { readonly after: number; readonly count: number };
  readonly capSavedMinor?: number;
};

/** At most one discount per line; lines without one are not in it. */
export type Quote = {
  readonly lines: readonly QuotedLine[];
  readonly totalMinor: number;
  readonly floorSavedMinor: number;
  /** Only where a cap cut something away. */
  readonly capSavedMinor?: number;
};
