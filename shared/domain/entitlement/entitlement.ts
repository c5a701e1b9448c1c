import type { CardNumber, ShopId } from '../ids.ts';
import type { CurrencyCode } from '../money/money.ts';
import type { Claim } from '../quote/quote.ts';

/** A calendar day in the shop's time zone, `YYYY-MM-DD`; compares as text. */
export type Day = string;

/**
 * What checkout may believe of a holder. `sequence` is the journal's, so that an older statement never covers a newer
 * one; valid on the days `fromDay` to `untilDay`, both included.
 */
export type Entitlement = {
  readonly sequence: number;
  readonly fromDay: Day;
  readonly untilDay: Day;
  readonly claims: readonly Claim[];
};

/** An entitlement for a card that somebody typed; it travels through the shopper's hands, so it is signed. */
export type TypedCardEntitlement = Entitlement & { readonly shop: ShopId; readonly cardNumber: CardNumber };

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
