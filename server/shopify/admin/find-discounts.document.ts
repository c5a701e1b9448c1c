import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { PAGE_INFO, pageInfo } from './money.ts';

const ofApp = z.object({
  __typename: z.literal('DiscountAutomaticApp'),
  discountId: z.string(),
  appDiscountType: z.object({ functionId: z.string() }),
});
const other = z.object({ __typename: z.string() });

const answer = z.object({
  shopifyFunctions: z.object({ nodes: z.array(z.object({ id: z.string(), handle: z.string() })) }),
  discountNodes: z.object({ nodes: z.array(z.object({ discount: z.union([ofApp, other]) })), pageInfo }),
});

/** The functions of our app as the shop has them, and the discounts that apps gave. */
export const findDiscountsDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'FindDiscounts',
  text: `query FindDiscounts($after: String) {
    shopifyFunctions(first: 25) { nodes { id handle } }
    discountNodes(first: 50, after: $after, query: "type:app") {
      nodes { discount { __typename ... on DiscountAutomaticApp { discountId appDiscountType { functionId } } } }
      ${PAGE_INFO}
    }
  }`,
  cost: 180,
  isRepeatable: true,
  answer,
};
