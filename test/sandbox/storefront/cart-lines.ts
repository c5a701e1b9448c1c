import { findVariant } from '../world/keep.ts';
import { type Currencies, toPresentment } from '../world/money.ts';
import type { ShopState } from '../world/state.ts';
import type { Product, ShopFacts, Variant } from '../world/things.ts';
import type { Cart, CartLine } from './cart.ts';

/** A cart's line with its goods and what one costs in the shopper's currency. */
export type StockedLine = {
  readonly line: CartLine;
  readonly product: Product;
  readonly variant: Variant;
  readonly unitMinor: number;
  readonly compareAtMinor: number | null;
};

/** The shop's currency and the one the shopper pays in; the shop's own where it does not know the other. */
export function currenciesOf({ currency, presentmentCurrencies }: ShopFacts, wanted: string): Currencies {
  const other = presentmentCurrencies.find(({ code }) => code === wanted);
  if (other === undefined) return { shop: currency, presentment: currency, rate: '1.0' };
  return { shop: currency, presentment: other.code, rate: other.rate };
}

/** The lines whose goods the shop still has, in the order they were put in. */
export function stockedLines(state: ShopState, cart: Cart): readonly StockedLine[] {
  const currencies = currenciesOf(state.facts, cart.currency);
  return cart.lines.flatMap((line) => {
    const found = findGoods(state, line.variantId);
    if (found === null) return [];
    const { compareAtMinor, priceMinor } = found.variant;
    return {
      line,
      ...found,
      unitMinor: toPresentment(priceMinor, currencies),
      compareAtMinor: compareAtMinor === null ? null : toPresentment(compareAtMinor, currencies),
    };
  });
}

/** A variant and its product; null when the shop has it no more. */
export function findGoods(
  state: ShopState,
  variantId: number,
): { readonly product: Product; readonly variant: Variant } | null {
  const variant = findVariant(state, variantId);
  const product = variant === null ? undefined : state.products.get(variant.productId);
  return variant === null || product === undefined ? null : { product, variant };
}
