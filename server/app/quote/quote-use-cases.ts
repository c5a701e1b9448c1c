import type { QuoteExplanation } from '../../../shared/domain/explanation/explain-quote.ts';
import type {
  CustomerId,
  Instant,
  ProductId,
  ProgramId,
  ShopId,
  ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';
import type { BuyingPlace } from '../../../shared/domain/program/where.ts';
import type { Claim, Quote } from '../../../shared/domain/quote/quote.ts';
import type { QuoteReference } from '../../../shared/domain/quote/quote-reference.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { Named } from '../ports/fact-store.ts';
import type { Welcome } from '../referral/welcome-of.ts';

/** What a till or a form asks: who, and the cart in minor units of the shop's currency. */
export type QuoteCart = {
  readonly holder: /** `presentedBy`: the customer of the sale, who may be a friend of the card's holder (rules 2.7). */
    | { readonly kind: 'card'; readonly number: string; readonly presentedBy?: ShopifyCustomerId | null }
    | { readonly kind: 'customer'; readonly shopifyCustomerId: ShopifyCustomerId };
  /** Where it is bought; absent: at a till of nobody knows which location. */
  readonly place?: BuyingPlace;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly amountMinor: number;
    readonly unitCostMinor: number | null;
    readonly isGiftCard: boolean;
    /** Absent, or null: goods without a product. */
    readonly productId?: ProductId | null;
  }[];
};
export type QuoteAnswer = {
  readonly quote: Quote;
  readonly discountBp: number;
  readonly programId: ProgramId | null;
  readonly programName: string | null;
  readonly customerId: CustomerId | null;
  /** What the holder is called; null: nobody. */
  readonly customer: Named | null;
  /** What the card is to the customer of the sale; `given`: the order is theirs, the card a friend's. */
  readonly welcome: Welcome['kind'];
  /** Null: nobody's, so nothing lies behind it. */
  readonly basis: QuoteBasis | null;
};

/** What an old quote is worked out again from, with the versions that were in force. */
export type QuoteBasis = QuoteReference & {
  readonly versions: readonly { readonly programId: ProgramId; readonly version: number }[];
};

/** A cart that is asked about: now, or as at the instant of an old quote and with its floor. */
export type AskWhy = Pick<QuoteCart, 'lines' | 'place'> & {
  readonly holder: QuoteCart['holder'] | { readonly kind: 'known'; readonly customerId: CustomerId };
  readonly at: Instant | null;
  readonly sequence: number | null;
  /** Undefined: the shop's of this moment; null: none. */
  readonly marginBp?: number | null;
  /** Whether what was still owed counted; undefined: as the shop has it at this moment. */
  readonly owedCounts?: boolean;
};
/**
 * `promised`: what the journal had said by that sequence; null: not asked for. `isAsThen`: what is known today says the
 * same of the percentages.
 */
export type QuoteWhy = QuoteExplanation & {
  readonly customerId: CustomerId;
  readonly basis: QuoteBasis;
  readonly promised: readonly Claim[] | null;
  readonly isAsThen: boolean;
};

/** What a cart costs a holder, and why. */
export type QuoteUseCases = {
  readonly quoteCart: (shop: ShopId, cart: QuoteCart) => Promise<QuoteAnswer>;
  /** Why each line of a cart gets what it gets. Reads only. */
  readonly explainQuote: (
    shop: ShopId,
    asked: AskWhy,
  ) => Promise<Result<QuoteWhy, { readonly code: 'unknown_customer' }>>;
};
