import { Router } from 'express';
import { z } from 'zod';
import type { QuoteForm, QuoteView } from '../../../shared/contract/till.ts';
import { unreadable } from '../../../shared/domain/fault.ts';
import { parseShopifyId, type ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { QuoteAnswer, QuoteCart } from '../../app/quote/quote-use-cases.ts';
import { fullName } from '../admin/full-name.ts';
import { BadInput } from '../bad-input.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { basisView, linesOf, whyOf } from '../quote.load.ts';
import { cartForm, whyOfHolderQuery } from '../quote.requests.ts';
import { atTill, tillAt } from '../till-place.ts';

const quoteForm = z.strictObject({
  cardNumber: z.string().max(40).nullable(),
  shopifyCustomerId: z.string().max(60).nullable(),
  ...atTill,
  lines: cartForm,
}) satisfies z.ZodType<QuoteForm>;

/** What the cart in front of the cashier costs with this card or customer, and why each line does. */
export function createQuoteRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.post(
    '/quote',
    endpoint({ body: quoteForm }, async ({ shop, body }) => {
      const cart = { holder: holderOf(body), place: tillAt(body.locationId), lines: linesOf(body.lines) };
      const answer = await deps.useCases.quoteCart(shop, cart);
      return ok(quoteView(answer));
    }),
  );
  router.get(
    '/quote/why',
    endpoint({ query: whyOfHolderQuery }, async ({ shop, query: { card, customer, location, ...asked } }) => {
      const holder = holderOf({ cardNumber: card, shopifyCustomerId: customer });
      return whyOf(deps, shop, holder, { ...asked, place: tillAt(location) });
    }),
  );
  return router;
}

/** A card decides over the customer when both are there (rules 1), unless it is a friend's (rules 2.7). */
function holderOf({
  cardNumber,
  shopifyCustomerId,
}: Pick<QuoteForm, 'cardNumber' | 'shopifyCustomerId'>): QuoteCart['holder'] {
  const id = shopifyCustomerId === null ? null : parseShopifyId<ShopifyCustomerId>(shopifyCustomerId);
  if (cardNumber !== null) return { kind: 'card', number: cardNumber, presentedBy: id };
  if (id !== null) return { kind: 'customer', shopifyCustomerId: id };
  throw new BadInput([unreadable('cardNumber', 'a card number or a Shopify customer is needed')]);
}

const quoteView = ({ quote, discountBp, programName, customer, welcome, basis }: QuoteAnswer): QuoteView => ({
  lines: quote.lines.map(({ id, discountMinor, floorSavedMinor, rewards = null }) => {
    return { id, discountMinor, floorSavedMinor, rewards };
  }),
  totalMinor: quote.totalMinor,
  capSavedMinor: quote.capSavedMinor ?? 0,
  discountBp,
  programName,
  customerName: customer === null ? null : fullName(customer),
  basis: basis === null ? null : basisView(basis),
  welcome: welcome === 'given' || welcome === 'yours' ? welcome : null,
});
