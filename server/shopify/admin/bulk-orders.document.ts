import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { ORDER_HEAD, ORDER_LINE } from './order-selection.ts';

/**
 * Run by Shopify as a bulk operation; never asked directly. A bulk operation takes no connection inside a list, so the
 * lines of refunds are not in it: orders that have some are asked for one by one when the result is read.
 */
export const bulkOrdersDocument: AdminDocument<unknown> = {
  name: 'BulkOrders',
  text: `query BulkOrders {
    orders { edges { node { ${ORDER_HEAD} lineItems { edges { node { ${ORDER_LINE} } } } } } }
  }`,
  cost: 0,
  isRepeatable: true,
  answer: z.unknown(),
};
