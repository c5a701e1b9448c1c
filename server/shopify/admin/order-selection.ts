import { z } from 'zod';
import { SHOP_MONEY, shopMoney } from './money.ts';

const id = z.object({ id: z.string() });

/** The part of an order that is no connection; the same in a single answer and in a line of a bulk operation. */
export const ORDER_HEAD = `
  id name createdAt processedAt updatedAt cancelledAt test displayFinancialStatus currencyCode sourceName
  customer { id }
  retailLocation { id }
  customAttributes { key value }
  statement: metafield(namespace: "$app", key: "statement") { value }
  refunds(first: 250) { id }`;

export const orderHead = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  processedAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  test: z.boolean(),
  displayFinancialStatus: z.string().nullable(),
  currencyCode: z.string(),
  sourceName: z.string().nullable(),
  customer: id.nullish(),
  retailLocation: id.nullish(),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
  statement: z.object({ value: z.string() }).nullish(),
  refunds: z.array(id),
});

export type OrderHead = z.output<typeof orderHead>;

/** Automatic discounts, and at the till those given by hand, have a title that may be ours; codes have a code. */
export const ORDER_LINE = `
  id title quantity currentQuantity isGiftCard
  product { id }
  variant { id }
  originalUnitPriceSet ${SHOP_MONEY}
  discountAllocations {
    allocatedAmountSet ${SHOP_MONEY}
    discountApplication {
      index __typename
      ... on AutomaticDiscountApplication { title }
      ... on ManualDiscountApplication { title }
      ... on DiscountCodeApplication { code }
    }
  }`;

export const orderLine = z.object({
  id: z.string(),
  title: z.string(),
  quantity: z.number(),
  currentQuantity: z.number(),
  isGiftCard: z.boolean(),
  product: id.nullish(),
  variant: id.nullish(),
  originalUnitPriceSet: shopMoney,
  discountAllocations: z.array(
    z.object({
      allocatedAmountSet: shopMoney,
      discountApplication: z.object({
        index: z.number(),
        __typename: z.string(),
        title: z.string().optional(),
        code: z.string().optional(),
      }),
    }),
  ),
});

export type OrderLine = z.output<typeof orderLine>;
