import { z } from 'zod';
import type { LineId, LocationId, OrderId, ProductId, ShopifyCustomerId, VariantId } from '../../shared/domain/ids.ts';
import { embeddedRefund } from '../refund/payload.ts';
import { amountSet, currency, instant, LIST_MAX, quantity, shopifyId, shortText } from '../values.ts';

/** What an order says of its payment. `null` while Shopify has nothing to say. */
const financialStatus = z
  .enum([
    'pending',
    'authorized',
    'partially_paid',
    'unpaid',
    'paid',
    'partially_refunded',
    'refunded',
    'voided',
    'expired',
  ])
  .nullable();

const allocation = z.object({
  amount_set: amountSet,
  discount_application_index: z.int().min(0).nullish(),
});

const line = z.object({
  id: shopifyId<LineId>(),
  product_id: shopifyId<ProductId>().nullish(),
  variant_id: shopifyId<VariantId>().nullish(),
  title: shortText.nullish(),
  /** As ordered, with what an edit added; refunded and removed units are still in it. */
  quantity,
  /** Without refunded and removed units. */
  current_quantity: quantity.nullish(),
  price_set: amountSet,
  discount_allocations: z.array(allocation).max(LIST_MAX).nullish(),
  gift_card: z.boolean().nullish(),
  /** Present where the line is a tip, which is no goods. */
  tip: z.unknown().optional(),
});

export type LinePayload = z.output<typeof line>;

/**
 * The fields of Shopify's order that we read, and no more. Unknown fields are let be; those that money depends on must
 * be there and right.
 */
const order = z.object({
  id: shopifyId<OrderId>(),
  name: shortText.nullish(),
  currency,
  created_at: instant,
  updated_at: instant,
  processed_at: instant.nullish(),
  cancelled_at: instant.nullish(),
  test: z.boolean().nullish(),
  financial_status: financialStatus,
  source_name: z.string().nullish(),
  location_id: shopifyId<LocationId>().nullish(),
  customer: z.object({ id: shopifyId<ShopifyCustomerId>() }).nullish(),
  note_attributes: z.array(z.object({ name: z.string().nullish(), value: z.unknown().optional() })).nullish(),
  discount_applications: z
    .array(z.object({ type: z.string().nullish(), title: z.string().nullish(), code: z.string().nullish() }))
    .nullish(),
  line_items: z.array(line).max(LIST_MAX),
  refunds: z.array(embeddedRefund).max(LIST_MAX).nullish(),
});

export type OrderPayload = z.output<typeof order>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the amounts in two currencies are missing, the plain amount beside them is in the shop's. */
function withSet(holder: unknown, name: string, currencyCode: unknown): unknown {
  if (!isRecord(holder) || holder[`${name}_set`] != null || holder[name] === undefined) return holder;
  return { ...holder, [`${name}_set`]: { shop_money: { amount: holder[name], currency_code: currencyCode } } };
}

const eachOf = (value: unknown, change: (item: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(change) : value;

function withSets(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const lineOf = (item: unknown): unknown => {
    const priced = withSet(item, 'price', body.currency);
    if (!isRecord(priced)) return priced;
    const given = eachOf(priced.discount_allocations, (each) => withSet(each, 'amount', body.currency));
    return { ...priced, discount_allocations: given };
  };
  return { ...body, line_items: eachOf(body.line_items, lineOf) };
}

export const orderPayload = z.preprocess(withSets, order);

/** An order that was deleted says who it was and nothing else. */
export const deletedOrderPayload = z.object({ id: shopifyId<OrderId>() });

/** The body of orders/edited is the edit, not the order. */
export const orderEditPayload = z.object({ order_edit: z.object({ order_id: shopifyId<OrderId>() }) });
