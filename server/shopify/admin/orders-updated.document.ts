import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PAGE_INFO, pageInfo } from './money.ts';

const answer = z.object({
  orders: z.object({ nodes: z.array(z.object({ id: z.string(), updatedAt: z.string() })), pageInfo }),
});

/** Which orders changed, oldest first; what they are now is asked for one by one. */
export const ordersUpdatedDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'OrdersUpdated',
  text: `query OrdersUpdated($query: String!, $after: String) {
    orders(first: 25, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes { id updatedAt }
      ${PAGE_INFO}
    }
  }`,
  cost: 28,
  isRepeatable: true,
  answer,
};
