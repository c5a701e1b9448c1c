import { z } from 'zod';
import type { CartForm } from '../../shared/contract/quote.ts';
import { textOrNull } from './query.ts';

const MINOR_MAX = 1_000_000_000_000;
/** As much as a query may carry; a cart of fifty lines fits. */
const CART_MAX = 10_000;

export const cartForm = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(100),
      quantity: z.int().min(1).max(1_000_000),
      amountMinor: z.int().min(0).max(MINOR_MAX),
      unitCostMinor: z.int().min(0).max(MINOR_MAX).nullable(),
      isGiftCard: z.boolean(),
      productId: z.string().max(60).nullish(),
    }),
  )
  .max(500) satisfies z.ZodType<CartForm>;

const cartText = z
  .string()
  .max(CART_MAX)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  })
  .pipe(cartForm);

/** A cart that is asked about: now, at an earlier instant, or as an old quote that is named by its reference. */
export const whyQuery = z.object({
  cart: cartText,
  at: z.coerce.number().int().nonnegative().max(8.64e15).nullable().default(null),
  reference: textOrNull(60),
});

/** In the admin: as on the web, or at a till, at a location if one is named. */
export const whyOfCustomerQuery = whyQuery.extend({
  channel: z.enum(['web', 'till']).default('web'),
  location: textOrNull(60),
});

/** At the till: whose cart it is comes with it. */
export const whyOfHolderQuery = whyQuery.extend({
  card: textOrNull(40),
  customer: textOrNull(60),
  location: textOrNull(60),
});
