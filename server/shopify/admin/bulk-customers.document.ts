import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { CUSTOMER } from './customer-selection.ts';

/** Run by Shopify as a bulk operation; never asked directly. */
export const bulkCustomersDocument: AdminDocument<unknown> = {
  name: 'BulkCustomers',
  text: `query BulkCustomers { customers { edges { node { ${CUSTOMER} } } } }`,
  cost: 0,
  isRepeatable: true,
  answer: z.unknown(),
};
