import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { writeCosts } from './write-costs.ts';

/**
 * Goods are new or their unit cost changed: Shopify is asked for it now, whatever the delivery said, and it goes into
 * the variants' metafield, where the Function finds it for the margin floor.
 */
export function createRecordVariantCost({ admin }: Pick<UseCaseDeps, 'admin'>): UseCases['recordVariantCost'] {
  return async (shop, inventoryItemId) => writeCosts(admin, shop, await admin.variantCosts(shop, inventoryItemId));
}
