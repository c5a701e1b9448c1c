import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PRODUCT_FIELDS, productFields } from './product-fields.ts';

const answer = z.object({ nodes: z.array(productFields.nullable()) });

/** Products by their ids; null for one that is no longer there. */
export const productsByIdDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'ProductsById',
  text: `query ProductsById($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { ${PRODUCT_FIELDS} } } }`,
  cost: 7,
  isRepeatable: true,
  answer,
};
