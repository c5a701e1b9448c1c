import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

const AT_ONCE_MAX = 25;

/**
 * A unit cost changed: Shopify is asked for it now, whatever the delivery said, and it goes into the variants'
 * metafield, where the Function finds it for the margin floor.
 */
export function createRecordVariantCost({ admin }: Pick<UseCaseDeps, 'admin'>): UseCases['recordVariantCost'] {
  return async (shop, inventoryItemId) => {
    const costs = await admin.variantCosts(shop, inventoryItemId);
    for (let from = 0; from < costs.length; from += AT_ONCE_MAX) {
      await admin.putVariantCosts(shop, costs.slice(from, from + AT_ONCE_MAX));
    }
  };
}
