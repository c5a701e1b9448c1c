import type { JournalStore } from '../../../server/app/ports/journal-store.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import { by, inRange, type Tables } from './tables.ts';

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
    manualFactsOf: async (shop, range) => {
      const inside = table.all(shop).filter(([first]) => inRange(first?.customerId ?? null, range));
      return new Map(inside.flatMap((all) => all.slice(0, 1).map((e) => [e.customerId, all.flatMap(manualFactsOf)])));
    },
    lastSequences: async (shop, range) => {
      const lasts = table.all(shop).flatMap((all) => all.at(-1) ?? []);
      const inside = lasts.filter(({ customerId }) => inRange(customerId, range));
      return new Map(inside.map(({ customerId, sequence }) => [customerId, sequence]));
    },
    page: async (shop, customerId, before, max) =>
      entries(shop, customerId)
        .filter(({ sequence }) => before === null || sequence < before)
        .toReversed()
        .slice(0, max),
    forgetCustomer: async (shop, customerId) => {
      const { length } = entries(shop, customerId);
      table.remove(shop, customerId);
      return length;
    },
  };
}
