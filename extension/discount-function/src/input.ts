import type { Day } from '../../../shared/domain/entitlement/entitlement.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';

/** What Shopify answers to the input query, under the short names it asks with. */
export type FunctionInput = {
  readonly cart: {
    /** The statement as the storefront put it into the cart. */
    readonly a: Text | null;
    readonly b: { readonly c: { readonly m: { readonly v: EntitlementRow | null } | null } | null } | null;
    readonly c: { readonly s: { readonly c: CurrencyCode } };
    readonly l: InputLine[];
    /** The statement as checkout put it into the cart. */
    readonly m: Text | null;
  };
  /** The shop's rules. */
  readonly d: { readonly m: { readonly v: RulesRow | null } | null };
  /** Units of the cart's currency for one of the shop's. */
  readonly r: string;
  readonly s: { readonly t: { readonly d: Day } };
};

/**
 * The shop's rules as `writeCheckoutRules` writes them: version, shop, its currency, margin in basis points, whether
 * the floor is on, message, digits of the currency, then the id and the four words of each key.
 */
export type RulesRow = readonly [1, string, string, number, boolean, string, number, ...(string | number)[]];

/**
 * What somebody who logged in is owed, as `writeEntitlement` writes it: version, sequence, first and last day, then the
 * id and the basis points of each program.
 */
export type EntitlementRow = readonly [1, number, Day, Day, ...(string | number)[]];

type Text = { readonly v: string | null };

/**
 * A line. Its cost bears the names of the answer: with the line's id in the place of the amount it is the target of a
 * discount, which is cheaper than a new one.
 */
export type InputLine = {
  readonly i: string;
  readonly q: number;
  readonly c: Target;
  /** Empty for what is no variant; `v` is the unit cost in minor units of the shop's currency. */
  readonly m: { readonly m?: { readonly v: unknown } | null };
  /** Ours: what rewards give this line in minor units, and how many they are. */
  r?: number | undefined;
  n?: number | undefined;
};

export type Target = { readonly cartLine: { id: string } };
