import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PAGE_INFO, pageInfo } from './money.ts';
import { PRODUCT_FIELDS, productFields } from './product-fields.ts';

const answer = z.object({ products: z.object({ nodes: z.array(productFields), pageInfo }) });

/** Products by title, few at a time: somebody is typing, and every page is paid for from the shop's points. */
export const findProductsDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'FindProducts',
  text: `query FindProducts($query: String, $after: String) {
    products(first: 25, after: $after, query: $query, sortKey: TITLE) {
      nodes { ${PRODUCT_FIELDS} }
      ${PAGE_INFO}
    }
  }`,
  cost: 178,
  isRepeatable: true,
  answer,
};
