import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';

const added = z.object({ code: z.string(), discountRedeemCode: z.object({ id: z.string() }).nullable() });
const answer = z.object({
  discountRedeemCodeBulkCreation: z
    .object({ done: z.boolean(), codes: z.object({ nodes: z.array(added) }) })
    .nullable(),
});

/** What became of codes that were added together, at most 100. */
export const addedCodesDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'AddedCodes',
  text: `query AddedCodes($id: ID!) {
    discountRedeemCodeBulkCreation(id: $id) { done codes(first: 100) { nodes { code discountRedeemCode { id } } } }
  }`,
  cost: 203,
  isRepeatable: true,
  answer,
};
