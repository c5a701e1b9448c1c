import type { Target } from './input.ts';

/** `CartLinesDiscountsGenerateRunResult` of Shopify's schema, as far as we use it. */
export type FunctionResult = { readonly operations: readonly Operation[] };

type Operation = {
  readonly productDiscountsAdd: { readonly selectionStrategy: 'ALL'; readonly candidates: readonly Candidate[] };
};

/** `amount` in units of the cart's currency, once for the whole line; `value` in percent. */
export type Candidate = {
  readonly targets: readonly Target[];
  readonly value:
    | { readonly fixedAmount: { readonly amount: string } }
    | { readonly percentage: { readonly value: string } };
  message?: string | undefined;
};
