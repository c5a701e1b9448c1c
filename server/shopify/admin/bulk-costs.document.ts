import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { COST_LINE } from './cost-line.ts';

/** Run by Shopify as a bulk operation; never asked directly. */
export const bulkCostsDocument: AdminDocument<unknown> = {
  name: 'BulkCosts',
  text: `query BulkCosts { productVariants { edges { node { ${COST_LINE} } } } }`,
  cost: 0,
  isRepeatable: true,
  answer: z.unknown(),
};
