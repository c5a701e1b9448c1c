/** As Shopify has it: on sale, not yet, no longer, or only for whoever has the address. */
export type ProductStatus = 'active' | 'draft' | 'archived' | 'unlisted';

/** A product of the shop. Prices of its cheapest and dearest variant in minor units of the shop's currency. */
export type ProductView = {
  readonly id: string;
  readonly title: string;
  readonly status: ProductStatus;
  readonly imageUrl: string | null;
  /** Null where Shopify tells an amount that the currency cannot have. */
  readonly price: { readonly minMinor: number; readonly maxMinor: number } | null;
};

// GET /api/products?search&after → ProductListView, by title;
// GET /api/products?ids → the same: those products in the order they were asked for
export type ProductListView = {
  readonly products: readonly ProductView[];
  /** Ids that were asked for and that Shopify no longer knows. */
  readonly gone: readonly string[];
  readonly nextAfter: string | null;
};
