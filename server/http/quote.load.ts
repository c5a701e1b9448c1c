import type { CartForm, QuoteWhyView } from '../../shared/contract/quote.ts';
import { unreadable } from '../../shared/domain/fault.ts';
import { type ProductId, parseShopifyId, type ShopId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { AskWhy } from '../app/quote/quote-use-cases.ts';
import { BadInput } from './bad-input.ts';
import type { HttpDeps } from './deps.ts';

type Asked = {
  readonly cart: CartForm;
  readonly at: number | null;
  readonly sequence: number | null;
  readonly margin?: number | null | undefined;
};

/** A cart as it is sent, with the products it names. */
export const linesOf = (cart: CartForm): AskWhy['lines'] =>
  cart.map(({ productId = null, ...line }, i) => {
    if (productId === null) return line;
    const id = parseShopifyId<ProductId>(productId);
    if (id === null) throw new BadInput([unreadable(`lines.${i}.productId`, 'a product of Shopify has a number')]);
    return { ...line, productId: id };
  });

/** Why the lines of a cart get what they get, as the query asks for it. */
export function whyOf(
  { useCases }: Pick<HttpDeps, 'useCases'>,
  shop: ShopId,
  holder: AskWhy['holder'],
  { cart, at, sequence, margin }: Asked,
): Promise<Result<QuoteWhyView, { readonly code: 'unknown_customer' }>> {
  const floor = margin === undefined ? {} : { marginBp: margin };
  return useCases.explainQuote(shop, { holder, lines: linesOf(cart), at, sequence, ...floor });
}
