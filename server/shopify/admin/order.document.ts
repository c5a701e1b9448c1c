import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PAGE_INFO, pageInfo } from './money.ts';
import { ORDER_HEAD, ORDER_LINE, orderHead, orderLine } from './order-selection.ts';

const answer = z.object({
  order: orderHead.extend({ lineItems: z.object({ nodes: z.array(orderLine), pageInfo }) }).nullable(),
});

/** An order with its first lines; null when it is gone. */
export const orderDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'Order',
  text: `query Order($id: ID!) {
    order(id: $id) {
      ${ORDER_HEAD}
      lineItems(first: 50) { nodes { ${ORDER_LINE} } ${PAGE_INFO} }
    }
  }`,
  cost: 708,
  isRepeatable: true,
  answer,
};
