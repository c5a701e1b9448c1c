import type { StandingStore, StoredStanding } from '../../../server/app/ports/standing-store.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import { by, inRange, type Tables } from './tables.ts';

function changesAt({ standing }: StoredStanding): Instant {
  return Math.min(...standing.standings.map((one) => one.changesAt ?? Number.POSITIVE_INFINITY));
}

const isNewer = (known: StoredStanding, told: StoredStanding): boolean =>
  known.sequence > told.sequence || (known.sequence === told.sequence && known.standing.asOf > told.standing.asOf);

export function createInMemoryStandingStore({ make }: Tables): StandingStore {
  const table = make<StoredStanding>();
  const sorted = (shop: ShopId) => [...table.all(shop)].sort(by((row) => row.customerId));
  const put: StandingStore['put'] = async (shop, stored) => {
    const known = table.get(shop, stored.customerId);
    if (known !== undefined && isNewer(known, stored)) return 'older';
    table.set(shop, stored.customerId, stored);
    return 'stored';
  };
  return {
    put,
    putMany: async (shop, many) => {
      for (const stored of many) await put(shop, stored);
    },
    find: async (shop, customerId) => table.get(shop, customerId) ?? null,
    findMany: async (shop, ids) => ids.flatMap((id) => table.get(shop, id) ?? []),
    ofCustomers: async (shop, range) =>
      new Map(
        sorted(shop)
          .filter(({ customerId }) => inRange(customerId, range))
          .map((row) => [row.customerId, row]),
      ),
    remove: async (shop, customerId) => {
      table.remove(shop, customerId);
    },
    due: async (shop, now, max) => {
      const due = sorted(shop).filter((row) => changesAt(row) <= now);
      return due
        .sort(by(changesAt))
        .slice(0, max)
        .map(({ customerId }) => customerId);
    },
    all: async function* (shop) {
      yield* sorted(shop);
    },
  };
}
