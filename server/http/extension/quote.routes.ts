import { Router } from 'express';
import { z } from 'zod';
import type { QuoteForm, QuoteView } from '../../../shared/contract/till.ts';
import { unreadable } from '../../../shared/domain/fault.ts';
import { type ProductId, parseShopifyId, type ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/domain/result.ts';
import type { QuoteAnswer, QuoteCart } from '../../app/use-cases.ts';
import { fullName } from '../admin/full-name.ts';
import { BadInput } from '../bad-input.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';

const MINOR_MAX = 1_000_000_000_000;

const quoteForm = z.strictObject({
  cardNumber: z.string().max(40).nullable(),
  shopifyCustomerId: z.string().max(60).nullable(),
  lines: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        quantity: z.int().min(1).max(1_000_000),
        amountMinor: z.int().min(0).max(MINOR_MAX),
        unitCostMinor: z.int().min(0).max(MINOR_MAX).nullable(),
        isGiftCard: z.boolean(),
        productId: z.string().max(60).nullish(),
      }),
    )
    .max(500),
}) satisfies z.ZodType<QuoteForm>;

/** What the cart in front of the cashier costs with this card or customer. */
export function createQuoteRoutes(deps: HttpDeps): Router {
  const router = Router();
  router.post(
    '/quote',
    endpoint({ body: quoteForm }, async ({ shop, body }) => {
      const answer = await deps.useCases.quoteCart(shop, { holder: holderOf(body), lines: linesOf(body) });
      return ok(quoteView(answer));
    }),
  );
  return router;
}

/** A card decides over the customer when both are there (rules 1). */
function holderOf({ cardNumber, shopifyCustomerId }: QuoteForm): QuoteCart['holder'] {
  if (cardNumber !== null) return { kind: 'card', number: cardNumber };
  const id = shopifyCustomerId === null ? null : parseShopifyId<ShopifyCustomerId>(shopifyCustomerId);
  if (id !== null) return { kind: 'customer', shopifyCustomerId: id };
  throw new BadInput([unreadable('cardNumber', 'a card number or a Shopify customer is needed')]);
}

const linesOf = ({ lines }: QuoteForm): QuoteCart['lines'] =>
  lines.map(({ productId = null, ...line }, i) => {
    if (productId === null) return line;
    const id = parseShopifyId<ProductId>(productId);
    if (id === null) throw new BadInput([unreadable(`lines.${i}.productId`, 'a product of Shopify has a number')]);
    return { ...line, productId: id };
  });

const quoteView = ({ quote, discountBp, programName, customer }: QuoteAnswer): QuoteView => ({
  lines: quote.lines.map(({ id, discountMinor, floorSavedMinor, rewards = null }) => {
    return { id, discountMinor, floorSavedMinor, rewards };
  }),
  totalMinor: quote.totalMinor,
  discountBp,
  programName,
  customerName: customer === null ? null : fullName(customer),
});
