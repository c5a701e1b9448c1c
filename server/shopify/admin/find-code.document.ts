import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';

const answer = z.object({ codeDiscountNodeByCode: z.object({ id: z.string() }).nullable() });

/** The discount that a code is of. */
export const findCodeDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'FindCode',
  text: `query FindCode($code: String!) {
    codeDiscountNodeByCode(code: $code) { id }
  }`,
  cost: 1,
  isRepeatable: true,
  answer,
};
