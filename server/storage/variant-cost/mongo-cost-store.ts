import type { CostStore } from '../../app/ports/cost-store.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import type { VariantCostDoc } from './variant-cost.schema.ts';

export function createMongoCostStore(costs: TenantCollection<VariantCostDoc>): CostStore {
  return {
    put: async (shop, toldAt, told) => {
      const updates = told.map(({ variantId, costMinor }) => {
        return { filter: { variantId, toldAt: { $lte: toldAt } }, update: { $set: { costMinor, toldAt } } };
      });
      // Refused: something later is there already, or somebody was quicker with goods that were new.
      const { refused } = await costs.updateEach(
        shop,
        updates.map((one) => ({ ...one, upsert: true })),
      );
      const again = refused.flatMap((i) => updates[i] ?? []).map((one) => ({ ...one, upsert: false }));
      if (again.length > 0) await costs.updateEach(shop, again);
    },
    all: async function* (shop) {
      const options = { sort: { variantId: 1 }, projection: { _id: 0, variantId: 1, costMinor: 1 } } as const;
      for await (const batch of costs.stream(shop, {}, options)) {
        yield batch.flatMap(({ variantId, costMinor }) => (costMinor === null ? [] : [{ variantId, costMinor }]));
      }
    },
  };
}
