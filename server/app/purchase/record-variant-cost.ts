import { checkoutScope } from '../../../shared/domain/standing/checkout-scope.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { unitCosts, writeCosts } from './write-costs.ts';

/**
 * Goods are new or their unit cost changed: Shopify is asked for it now, whatever the delivery said. We keep it, for
 * what is counted over the past, and it goes into the variants' metafield, where the Function finds it for the margin
 * floor; with it, whether the goods are any program's.
 */
export function createRecordVariantCost({
  admin,
  clock,
  stores,
}: Pick<UseCaseDeps, 'admin' | 'clock' | 'stores'>): UseCases['recordVariantCost'] {
  return async (shop, inventoryItemId) => {
    const toldAt = clock.now();
    const costs = await admin.variantCosts(shop, inventoryItemId);
    await stores.costs.put(shop, toldAt, unitCosts(costs));
    // Asked after the costs, so that a scope which began meanwhile is not missed.
    const { holds } = checkoutScope(await stores.programs.allVersions(shop), clock.now());
    await writeCosts(admin, shop, costs, holds);
  };
}
