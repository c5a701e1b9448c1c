import type { Instant, ShopId, VariantId } from '../../../shared/domain/ids.ts';

/** What a unit of a variant costs the shop, in minor units of its currency; null: not known. */
export type UnitCost = { readonly variantId: VariantId; readonly costMinor: number | null };

/**
 * Unit costs as Shopify told them last, for what is counted over the past: at the till and at checkout they are asked
 * for anew. Those of deleted goods stay, since they were sold.
 */
export type CostStore = {
  /** Each variant at most once. What was told at a later instant is never replaced by what was told before. */
  readonly put: (shop: ShopId, toldAt: Instant, costs: readonly UnitCost[]) => Promise<void>;
  /** All that are known, streamed. */
  readonly all: (
    shop: ShopId,
  ) => AsyncIterable<readonly { readonly variantId: VariantId; readonly costMinor: number }[]>;
};
