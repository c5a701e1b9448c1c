import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({
  discountAutomaticAppCreate: z.object({
    automaticAppDiscount: z.object({ discountId: z.string() }).nullable(),
    userErrors,
  }),
});

/** Not repeatable by itself: whoever makes a discount looks before and after. */
export const createDiscountDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'CreateDiscount',
  text: `mutation CreateDiscount($discount: DiscountAutomaticAppInput!) {
    discountAutomaticAppCreate(automaticAppDiscount: $discount) {
      automaticAppDiscount { discountId }
      userErrors { code field }
    }
  }`,
  cost: 10,
  isRepeatable: false,
  answer,
};
