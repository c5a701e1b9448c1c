import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';
import { userErrors } from './user-errors.ts';

const answer = z.object({ metafieldsSet: z.object({ userErrors }) });

/** At most 25 in one call, all of them or none. */
export const setMetafieldsDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'SetMetafields',
  text: `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) { userErrors { code field elementIndex } }
  }`,
  cost: 10,
  isRepeatable: true,
  answer,
};
