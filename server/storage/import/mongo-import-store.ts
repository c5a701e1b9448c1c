import type { ImportStore } from '../../app/ports/import-store.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeImport, type ImportDoc } from './import.codec.ts';

export function createMongoImportStore(imports: TenantCollection<ImportDoc>): ImportStore {
  return {
    put: async (shop, item) => {
      await retryDuplicate(() => imports.updateOne(shop, { kind: item.kind }, { $set: { ...item } }, { upsert: true }));
    },
    lease: async (shop, kind, holder, now, until) => {
      const isFree = [{ leasedUntil: { $exists: false } }, { leasedUntil: { $lte: now } }, { holder }];
      const { matched } = await imports.updateOne(
        shop,
        { kind, $or: isFree },
        { $set: { holder, leasedUntil: until } },
      );
      return matched > 0;
    },
    all: async (shop) => (await imports.find(shop, {}, { sort: { kind: 1 } }).toArray()).map(decodeImport),
  };
}
