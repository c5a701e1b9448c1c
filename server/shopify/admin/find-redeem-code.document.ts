import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';

const code = z.object({ id: z.string(), code: z.string() });
const ofApp = z.object({ __typename: z.literal('DiscountCodeApp'), codes: z.object({ nodes: z.array(code) }) });
const other = z.object({ __typename: z.string() });
const answer = z.object({
  codeDiscountNodeByCode: z.object({ codeDiscount: z.union([ofApp, other]) }).nullable(),
});

/** What Shopify calls a code of ours. */
export const findRedeemCodeDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'FindRedeemCode',
  text: `query FindRedeemCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      codeDiscount { __typename ... on DiscountCodeApp { codes(first: 5, query: $code) { nodes { id code } } } }
    }
  }`,
  cost: 9,
  isRepeatable: true,
  answer,
};
