import { z } from 'zod';
import type { AdminDocument } from './admin-document.ts';

const answer = z.object({
  shop: z.object({
    name: z.string(),
    currencyCode: z.string(),
    ianaTimezone: z.string(),
    taxesIncluded: z.boolean(),
  }),
});

export const shopDetailsDocument: AdminDocument<z.output<typeof answer>> = {
  name: 'ShopDetails',
  text: 'query ShopDetails { shop { name currencyCode ianaTimezone taxesIncluded } }',
  cost: 1,
  isRepeatable: true,
  answer,
};
