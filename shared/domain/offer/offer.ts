import type { Instant, OfferId, OrderId, ProductId, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';

/** What a one-off reward gives: a percentage off one purchase, or one unit of a product for nothing (rules 2.6). */
export type OfferGives =
  | { readonly kind: 'percent'; readonly discountBp: BasisPoints }
  | { readonly kind: 'gift'; readonly productId: ProductId };

/**
 * A reward that exists before the basket and may be used once (rules 2.8). `id` is the same whoever works it out: which
 * cycle, which threshold, which choice.
 */
export type Offer = {
  readonly programId: ProgramId;
  readonly id: OfferId;
  readonly marks: number;
  readonly gives: OfferGives;
};

/**
 * One use of an offer, by an order that named its code. An own purchase says itself whether it still stands; one of
 * somebody else is no purchase of the customer's, so its instant is `elsewhere`.
 */
export type Redeemed = {
  readonly programId: ProgramId;
  readonly offerId: OfferId;
  readonly marks: number;
  readonly gives: OfferGives;
  readonly orderId: OrderId;
  readonly elsewhere?: Instant;
};
