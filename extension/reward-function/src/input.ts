import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import type { InputLine, RulesRow } from '../../discount-function/src/input.ts';

/** What Shopify answers to the input query, under the short names it asks with. */
export type RewardInput = {
  readonly cart: { readonly c: { readonly s: { readonly c: CurrencyCode } }; readonly l: InputLine[] };
  /** What the code's discount gives. */
  readonly d: { readonly m: { readonly v: RewardRow | null } | null };
  /** Units of the cart's currency for one of the shop's. */
  readonly r: string;
};

/** As `writeRewardRules` writes it: in the first seven places what the shop's rules have there, then basis points. */
export type RewardRow = RulesRow & { readonly 7: number };
