import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PAGE_INFO, pageInfo, SHOP_MONEY, shopMoney } from './money.ts';

const refund = z.object({
  id: z.string(),
  createdAt: z.string().nullable(),
  processedAt: z.string(),
  refundLineItems: z.object({
    nodes: z.array(z.object({ quantity: z.number(), lineItem: z.object({ id: z.string() }) })),
    pageInfo,
  }),
  orderAdjustments: z.object({ nodes: z.array(z.object({ amountSet: shopMoney })) }),
});

const answer = z.object({ refund: refund.nullable() });

export type RefundPage = z.output<typeof refund>;

/** A refund and a page of its lines. Its adjustments are a handful and come with every page. */
export const refundDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'Refund',
  text: `query Refund($id: ID!, $after: String) {
    refund(id: $id) {
      id createdAt processedAt
      refundLineItems(first: 100, after: $after) { nodes { quantity lineItem { id } } ${PAGE_INFO} }
      orderAdjustments(first: 50) { nodes { amountSet ${SHOP_MONEY} } }
    }
  }`,
  cost: 356,
  isRepeatable: true,
  answer,
};
