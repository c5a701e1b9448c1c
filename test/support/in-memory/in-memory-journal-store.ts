import type { JournalStore } from '../../../server/app/ports/journal-store.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import { by, type Tables } from './tables.ts';

export function createInMemoryJournalStore({ make }: Tables): JournalStore {
  const table = make<readonly JournalEntry[]>();
  const entries = (shop: ShopId, customerId: CustomerId) => table.get(shop, customerId) ?? [];
  return {
    append: async (shop, entry) => {
      const known = entries(shop, entry.customerId);
      if (known.some(({ sequence }) => sequence === entry.sequence)) return 'sequence_taken';
      table.set(shop, entry.customerId, [...known, entry].sort(by((one) => one.sequence)));
      return 'appended';
    },
    last: async (shop, customerId) => entries(shop, customerId).at(-1) ?? null,
    manualFacts: async (shop, customerId) => entries(shop, customerId).flatMap(manualFactsOf),
    page: async (shop, customerId, before, max) =>
      entries(shop, customerId)
        .filter(({ sequence }) => before === null || sequence < before)
        .toReversed()
        .slice(0, max),
  };
}
