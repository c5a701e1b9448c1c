import type { CartForm, QuoteBasisView, QuoteWhyView } from '../../shared/contract/quote.ts';
import { unreadable } from '../../shared/domain/fault.ts';
import { type ProductId, parseShopifyId, type ShopId } from '../../shared/domain/ids.ts';
import type { BuyingPlace } from '../../shared/domain/program/where.ts';
import { readQuoteReference, writeQuoteReference } from '../../shared/domain/quote/quote-reference.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { AskWhy, QuoteBasis } from '../app/quote/quote-use-cases.ts';
import { BadInput } from './bad-input.ts';
import type { HttpDeps } from './deps.ts';

type Asked = { readonly cart: CartForm; readonly at: number | null; readonly reference: string | null };

type AskedAt = Asked & { readonly place: BuyingPlace };

/** A cart as it is sent, with the products it names. */
export const linesOf = (cart: CartForm): AskWhy['lines'] =>
  cart.map(({ productId = null, ...line }, i) => {
    if (productId === null) return line;
    const id = parseShopifyId<ProductId>(productId);
    if (id === null) throw new BadInput([unreadable(`lines.${i}.productId`, 'a product of Shopify has a number')]);
    return { ...line, productId: id };
  });

/** What an old quote stood on, by its reference; without one only an instant is known, or none. */
function stoodOn({ at, reference }: Asked): Pick<AskWhy, 'at' | 'sequence' | 'marginBp' | 'owedCounts'> {
  if (reference === null) return { at, sequence: null };
  const read = readQuoteReference(reference);
  if (read === null) throw new BadInput([unreadable('reference', 'a quote names its reference')]);
  return read;
}

export const basisView = (basis: QuoteBasis): QuoteBasisView => ({ ...basis, reference: writeQuoteReference(basis) });

/** Why the lines of a cart get what they get, as the query asks for it. */
export async function whyOf(
  { useCases }: Pick<HttpDeps, 'useCases'>,
  shop: ShopId,
  holder: AskWhy['holder'],
  asked: AskedAt,
): Promise<Result<QuoteWhyView, { readonly code: 'unknown_customer' }>> {
  const why = await useCases.explainQuote(shop, {
    ...{ holder, place: asked.place, lines: linesOf(asked.cart) },
    ...stoodOn(asked),
  });
  return why.ok ? ok({ ...why.value, basis: basisView(why.value.basis) }) : why;
}
