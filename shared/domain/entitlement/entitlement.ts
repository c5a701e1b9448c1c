import type { CardNumber, ShopId } from '../ids.ts';
import type { BasisPoints, CurrencyCode } from '../money/money.ts';
import type { Claim } from '../quote/quote.ts';
import type { RewardsOwed } from '../quote/rewards.ts';

/** A calendar day in the shop's time zone, `YYYY-MM-DD`; compares as text. */
export type Day = string;

/** The days on which a statement may be believed, both included. */
export type Validity = { readonly fromDay: Day; readonly untilDay: Day };

/**
 * What checkout may believe of a holder. `sequence` is the journal's, so that an older statement never covers a newer
 * one.
 */
export type Entitlement = Validity & {
  readonly sequence: number;
  /** One alone where it has a cap: nothing else is given beside it (decision 0056). */
  readonly claims: readonly Claim[];
  /** Only where a program rewards the n-th item. */
  readonly rewards?: RewardsOwed;
};

/**
 * What a typed card is owed; it travels through the shopper's hands, so it is signed. It carries the best percentage
 * alone, since checkout pays for every character it reads.
 */
export type TypedCardEntitlement = Validity & {
  readonly sequence: number;
  readonly shop: ShopId;
  readonly cardNumber: CardNumber;
  readonly discountBp: BasisPoints;
  /** What the cart gets at most; only where the program has a cap, and then without rewards. */
  readonly capMinor?: number;
  /** Only where a program rewards the n-th item. */
  readonly rewards?: RewardsOwed;
};

/** 128 bits as 32 hexadecimal digits. `id` is one character and travels in the statement, so that keys can rotate. */
export type EntitlementKey = { readonly id: string; readonly hex: string };

/** The shop's rules as the discount's app-owned metafield holds them. `keys`: newest first; older ones still verify. */
export type CheckoutRules = {
  readonly shop: ShopId;
  /** The shop's own, in whose minor units the costs are; a cart may be in another one. */
  readonly currency: CurrencyCode;
  readonly marginBp: number;
  /** Whether the margin floor is on; without it no line asks for its cost. */
  readonly floorOn: boolean;
  readonly keys: readonly EntitlementKey[];
  /** What the shopper reads beside the discount; `{percent}` is replaced. */
  readonly message: string;
};
