import type { Import, ImportStore } from '../../../server/app/ports/import-store.ts';
import { by, type Tables } from './tables.ts';

export function createInMemoryImportStore({ make }: Tables): ImportStore {
  const table = make<Import>();
  return {
    put: async (shop, item) => table.set(shop, item.kind, item),
    all: async (shop) => [...table.all(shop)].sort(by((item) => item.kind)),
  };
}
