import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({
  discountRedeemCodeBulkAdd: z.object({ bulkCreation: z.object({ id: z.string() }).nullable(), userErrors }),
});

/** Repeatable: codes that are there already are told as such and stay. */
export const addCodesDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'AddCodes',
  text: `mutation AddCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
    discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
      bulkCreation { id }
      userErrors { code field }
    }
  }`,
  cost: 10,
  isRepeatable: true,
  answer,
};
