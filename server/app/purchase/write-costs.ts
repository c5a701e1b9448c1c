import { parseShopifyId, type ShopId, type VariantId } from '../../../shared/domain/ids.ts';
import type { Holds } from '../../../shared/domain/program/scope.ts';
import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import type { UnitCost } from '../ports/cost-store.ts';
import type { ShopifyAdmin, VariantCost } from '../ports/shopify-admin.ts';

/** What Shopify takes in one call. */
export const COSTS_AT_ONCE = 25;

/**
 * What checkout is to believe that a variant costs. Nothing is ever taken off gift cards, which are money, nor off
 * goods that are none of the programs' (decision 0055).
 */
export const checkoutCost = (
  { costMinor, isGiftCard, productId }: Omit<VariantCost, 'variantId'>,
  holds: Holds,
): number | null => (isGiftCard || !holds(productId) ? NEVER_DISCOUNTED : costMinor);

/** What units cost the shop, as we keep it; nobody counts a margin on a gift card. */
export const unitCosts = (told: readonly VariantCost[]): readonly UnitCost[] =>
  told.flatMap(({ variantId, costMinor, isGiftCard }) => {
    const id = parseShopifyId<VariantId>(variantId);
    return id === null ? [] : [{ variantId: id, costMinor: isGiftCard ? null : costMinor }];
  });

/** Writes costs where the Function finds them, as many at once as Shopify takes. */
export async function writeCosts(
  admin: Pick<ShopifyAdmin, 'putVariantCosts'>,
  shop: ShopId,
  costs: readonly VariantCost[],
  holds: Holds,
): Promise<void> {
  for (let from = 0; from < costs.length; from += COSTS_AT_ONCE) {
    const batch = costs.slice(from, from + COSTS_AT_ONCE);
    await admin.putVariantCosts(
      shop,
      batch.map((cost) => ({ variantId: cost.variantId, costMinor: checkoutCost(cost, holds) })),
    );
  }
}
