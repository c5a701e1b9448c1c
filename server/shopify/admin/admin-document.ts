import type { z } from 'zod';

/**
 * One GraphQL document, whose text is checked against Shopify's schema by a test. `cost`: the points that Shopify asks
 * for it at most. `isRepeatable`: whether sending it twice leaves the same behind as sending it once.
 */
export type AdminDocument<T> = {
  readonly name: string;
  readonly text: string;
  readonly cost: number;
  readonly isRepeatable: boolean;
  readonly answer: z.ZodType<T>;
};
