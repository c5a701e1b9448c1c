import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({ discountCodeRedeemCodeBulkDelete: z.object({ userErrors }) });

/** Repeatable: what is not there is not taken away. */
export const removeCodesDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'RemoveCodes',
  text: `mutation RemoveCodes($discountId: ID!, $ids: [ID!]!) {
    discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) { userErrors { code field } }
  }`,
  cost: 10,
  isRepeatable: true,
  answer,
};
