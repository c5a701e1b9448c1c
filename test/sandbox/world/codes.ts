import type { DiscountNode, Instant } from './things.ts';

/** One code of a discount, and how many orders have used it. */
export type RedeemCode = { readonly id: number; readonly code: string; readonly used: number };

/**
 * A discount of our app's Function that is given for a code. Its metafields belong to
 * `gid://shopify/DiscountCodeNode/<id>`. `usageLimit`: for each code by itself; null: none.
 */
export type CodeDiscount = DiscountNode & {
  readonly usageLimit: number | null;
  readonly codes: readonly RedeemCode[];
};

/** What became of codes that were added together. */
export type CodeCreation = {
  readonly id: number;
  readonly discountId: number;
  readonly codes: readonly { readonly code: string; readonly redeemCodeId: number | null }[];
  readonly createdAt: Instant;
};
