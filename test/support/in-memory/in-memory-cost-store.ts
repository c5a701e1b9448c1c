import type { CostStore, UnitCost } from '../../../server/app/ports/cost-store.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { by, type Tables } from './tables.ts';

export function createInMemoryCostStore({ make }: Tables): CostStore {
  const table = make<UnitCost & { readonly toldAt: Instant }>();
  return {
    put: async (shop, toldAt, costs) => {
      for (const cost of costs) {
        const known = table.get(shop, cost.variantId);
        if (known === undefined || known.toldAt <= toldAt) table.set(shop, cost.variantId, { ...cost, toldAt });
      }
    },
    all: async function* (shop) {
      const all = [...table.all(shop)].sort(by(({ variantId }) => variantId));
      const known = all.flatMap(({ variantId, costMinor }) => (costMinor === null ? [] : [{ variantId, costMinor }]));
      if (known.length > 0) yield known;
    },
  };
}
