import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({ discountAutomaticDelete: z.object({ userErrors }) });

export const deleteDiscountDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'DeleteDiscount',
  text: `mutation DeleteDiscount($id: ID!) {
    discountAutomaticDelete(id: $id) { userErrors { code field } }
  }`,
  cost: 10,
  isRepeatable: true,
  answer,
};
