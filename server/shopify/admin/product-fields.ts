import { z } from 'zod';
import { money } from './money.ts';

/** What a list of products shows of each; the picture no larger than it is shown. */
export const PRODUCT_FIELDS = `id title status
  featuredMedia { preview { image { url(transform: { maxWidth: 80, maxHeight: 80 }) } } }
  priceRangeV2 { minVariantPrice { amount currencyCode } maxVariantPrice { amount currencyCode } }`;

export const productFields = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['ACTIVE', 'ARCHIVED', 'DRAFT', 'UNLISTED']),
  featuredMedia: z
    .object({ preview: z.object({ image: z.object({ url: z.string() }).nullable() }).nullable() })
    .nullable(),
  priceRangeV2: z.object({ minVariantPrice: money, maxVariantPrice: money }),
});
