import type { Instant } from '../ids.ts';

/** What names something in a history: a number where it is one written plainly, else text. */
export type PastId = number | string;

/** Units of a line that came back at an instant. One before the purchase itself comes back with it. */
export type PastReturn = { readonly at: Instant; readonly quantity: number };

/**
 * A line as the shop sold it. `amountMinor`: for all its units, after the discounts of then, before any of ours.
 * `unitCostMinor` null: no cost known, so no floor.
 */
export type PastLine = {
  readonly lineId: PastId;
  readonly productId: PastId | null;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly unitCostMinor: number | null;
  readonly returns: readonly PastReturn[];
};

/** Where an order was made, as far as the history says: a location, and a channel such as web or till. */
export type PastPlace = { readonly locationId: PastId | null; readonly channel: string | null };

/** Money given back at an instant without goods, in minor units; takes no more than is left of the purchase. */
export type PastGoodwill = { readonly at: Instant; readonly amountMinor: number };

/** A paid order of the past. Its lines are ordered by their ids, and its goodwill by instants. */
export type PastOrder = {
  readonly orderId: PastId;
  readonly at: Instant;
  readonly lines: readonly PastLine[];
  readonly goodwill: readonly PastGoodwill[];
};

/**
 * What one customer bought, by instant, then by order id (rules 1): at least one order, counted from 0. Each is made
 * anew at each asking, since one customer may have half a million lines and only a few are needed at a time.
 */
export type PastOfCustomer = {
  readonly customerId: string;
  readonly orders: number;
  readonly orderAt: (index: number) => PastOrder;
  readonly instantAt: (index: number) => Instant;
  /** What an order cost before our discounts. */
  readonly amountAt: (index: number) => number;
  /** Whether anything of an order came back some day. */
  readonly comesBack: (index: number) => boolean;
  /** Where an order was made: an index into the places of the history. */
  readonly placeAt: (index: number) => number;
};

/** A shop's past. `startsAt`, `endsAt`: its first and last instant, returns included; null: nothing in it. */
export type History = {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly customers: number;
  /** All of them, nobody's too. */
  readonly orders: number;
  /** Where its orders were made, in no order. */
  readonly places: readonly PastPlace[];
  /** Customers by their ids; made anew at each asking, so that only one of them is in memory at a time. */
  readonly eachCustomer: () => Iterable<PastOfCustomer>;
  /** Orders that nobody's card or account was on: they take no part (rules 4a). */
  readonly nobodys: { readonly orders: number; readonly amountMinor: number };
  /** Those orders, in the order of the file; `place` is an index into the places. */
  readonly eachOfNobodys: () => Iterable<{ readonly order: PastOrder; readonly place: number }>;
};
