import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

export type EnsureStanding = (shop: ShopId, customerId: CustomerId) => Promise<void>;

/** A program for everyone owes somebody something from the day they are known; whoever has no standing yet gets one. */
export function createEnsureStanding({
  stores,
  refreshStanding,
}: Pick<UseCaseDeps, 'stores'> & Pick<UseCases, 'refreshStanding'>): EnsureStanding {
  return async (shop, customerId) => {
    if ((await stores.standings.find(shop, customerId)) !== null) return;
    await refreshStanding(shop, customerId, { kind: 'entered' }, null);
  };
}
