import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({ metafieldsDelete: z.object({ userErrors }) });

/** One that is not there is no error. */
export const deleteMetafieldsDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'DeleteMetafields',
  text: `mutation DeleteMetafields($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) { userErrors { field } }
  }`,
  cost: 10,
  isRepeatable: true,
  answer,
};
