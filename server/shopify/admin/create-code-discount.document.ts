import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({
  discountCodeAppCreate: z.object({
    codeAppDiscount: z.object({ discountId: z.string() }).nullable(),
    userErrors,
  }),
});

/** Repeatable: its first code is unique in the shop, so a second one is refused. */
export const createCodeDiscountDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'CreateCodeDiscount',
  text: `mutation CreateCodeDiscount($discount: DiscountCodeAppInput!) {
    discountCodeAppCreate(codeAppDiscount: $discount) {
      codeAppDiscount { discountId }
      userErrors { code field }
    }
  }`,
  cost: 10,
  isRepeatable: true,
  answer,
};
