import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PAGE_INFO, pageInfo } from './money.ts';
import { ORDER_LINE, orderLine } from './order-selection.ts';

const answer = z.object({
  order: z.object({ lineItems: z.object({ nodes: z.array(orderLine), pageInfo }) }).nullable(),
});

/** The lines of an order that did not fit into its first answer. */
export const orderLinesDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'OrderLines',
  text: `query OrderLines($id: ID!, $after: String!) {
    order(id: $id) { lineItems(first: 50, after: $after) { nodes { ${ORDER_LINE} } ${PAGE_INFO} } }
  }`,
  cost: 454,
  isRepeatable: true,
  answer,
};
