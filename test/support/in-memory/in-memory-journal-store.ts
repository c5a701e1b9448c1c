import type { CustomerRange } from '../../../server/app/ports/customer-store.ts';
import type { JournalStore } from '../../../server/app/ports/journal-store.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import { by, inRange, type Tables } from './tables.ts';

export function createInMemoryJournalStore({ make }: Tables): JournalStore {
  const table = make<readonly JournalEntry[]>();
  const entries = (shop: ShopId, customerId: CustomerId) => table.get(shop, customerId) ?? [];
  const append: JournalStore['append'] = async (shop, entry) => {
    const known = entries(shop, entry.customerId);
    if (known.some(({ sequence }) => sequence === entry.sequence)) return 'sequence_taken';
    table.set(shop, entry.customerId, [...known, entry].sort(by((one) => one.sequence)));
    return 'appended';
  };
  const inside = (shop: ShopId, range: CustomerRange) =>
    table.all(shop).filter(([first]) => inRange(first?.customerId ?? null, range));
  return {
    append,
    appendMany: async (shop, many) => {
      const appended = new Set<CustomerId>();
      for (const entry of many) if ((await append(shop, entry)) === 'appended') appended.add(entry.customerId);
      return appended;
    },
    last: async (shop, customerId) => entries(shop, customerId).at(-1) ?? null,
    manualFacts: async (shop, customerId) => entries(shop, customerId).flatMap(manualFactsOf),
    manualFactsOf: async (shop, range) => {
      const theirs = inside(shop, range);
      return new Map(theirs.flatMap((all) => all.slice(0, 1).map((e) => [e.customerId, all.flatMap(manualFactsOf)])));
    },
    lastSequences: async (shop, range) => {
      const lasts = inside(shop, range).flatMap((all) => all.at(-1) ?? []);
      return new Map(lasts.map(({ customerId, sequence }) => [customerId, sequence]));
    },
    lastEntries: async (shop, range) => {
      const lasts = inside(shop, range).flatMap((all) => all.at(-1) ?? []);
      return new Map(lasts.map((entry) => [entry.customerId, entry]));
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
