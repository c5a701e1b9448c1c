import type { QuoteExplanation } from '../domain/explanation/explain-quote.ts';
import type { Claim } from '../domain/quote/quote.ts';

/** A cart in minor units of the shop's currency; `amountMinor` is the whole line before our discount. */
export type CartForm = readonly {
  readonly id: string;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly unitCostMinor: number | null;
  readonly isGiftCard: boolean;
  /** Shopify's number of the product; without one the line is in no program of listed products. */
  readonly productId?: string | null | undefined;
}[];

/**
 * What a quote is worked out again from: its instant, the journal's entry it stood on (null: time alone had changed the
 * standing since), the margin of its floor (null: none) and the versions that were in force.
 */
export type QuoteBasisView = {
  readonly at: number;
  readonly sequence: number | null;
  readonly marginBp: number | null;
  readonly versions: readonly { readonly programId: string; readonly version: number }[];
};

// GET /api/customers/:id/quote?cart=…&at=…&sequence=…&margin=… → QuoteWhyView
// GET /ext/quote/why?card=…&customer=…&cart=… (and the same) → QuoteWhyView, with a session token of an extension
// `cart`: CartForm as JSON; `at`, `sequence`, `margin` (basis points or "none"): the basis of an old quote
export type QuoteWhyView = QuoteExplanation & {
  readonly customerId: string;
  readonly basis: QuoteBasisView;
  /** What the journal had promised by that entry; null: none was named. */
  readonly promised: readonly Claim[] | null;
  /** Whether what is known today of that instant says the same. */
  readonly isAsThen: boolean;
};
