import type { QuoteExplanation } from '../domain/explanation/explain-quote.ts';
import type { Claim } from '../domain/quote/quote.ts';
import type { QuoteReference } from '../domain/quote/quote-reference.ts';

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

/** What a quote is worked out again from, with the versions in force; `reference`: all of it but those, as text. */
export type QuoteBasisView = QuoteReference & {
  readonly reference: string;
  readonly versions: readonly { readonly programId: string; readonly version: number }[];
};

// GET /api/customers/:id/quote?cart=…&at=…&sequence=…&margin=… → QuoteWhyView
// GET /ext/quote/why?card=…&customer=…&cart=… (and the same) → QuoteWhyView, with a session token of an extension
// `channel` (web, till; in the admin) and `location`: where it is bought
// `cart`: CartForm as JSON; `reference`: of an old quote; or `at`: an earlier instant, by the settings of today
export type QuoteWhyView = QuoteExplanation & {
  readonly customerId: string;
  readonly basis: QuoteBasisView;
  /** What the journal had promised by that entry; null: none was named. */
  readonly promised: readonly Claim[] | null;
  /** Whether what is known today of that instant says the same. */
  readonly isAsThen: boolean;
};
