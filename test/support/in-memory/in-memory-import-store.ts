import type { Import, ImportStore } from '../../../server/app/ports/import-store.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { by, type Tables } from './tables.ts';

export function createInMemoryImportStore({ make }: Tables): ImportStore {
  const table = make<Import>();
  const leases = make<{ readonly holder: string; readonly until: Instant }>();
  return {
    put: async (shop, item) => table.set(shop, item.kind, item),
    lease: async (shop, kind, holder, now, until) => {
      const known = leases.get(shop, kind);
      const isFree = known === undefined || known.until <= now || known.holder === holder;
      if (table.get(shop, kind) === undefined || !isFree) return false;
      leases.set(shop, kind, { holder, until });
      return true;
    },
    all: async (shop) => [...table.all(shop)].sort(by((item) => item.kind)),
  };
}
