import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { manualFactsOf } from '../../../shared/domain/journal/manual-facts.ts';
import type { JournalStore } from '../../app/ports/journal-store.ts';
import { gatheredWrites } from '../gathered.ts';
import { groupBy } from '../group-by.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { decodeJournalEntry, encodeJournalEntry, type JournalEntryDoc } from './journal-entry.codec.ts';

type LastSequence = { readonly _id: CustomerId; readonly sequence: number };

export function createMongoJournalStore(entries: TenantCollection<JournalEntryDoc>): JournalStore {
  const appendEach = async (shop: ShopId, many: readonly JournalEntry[]): Promise<ReadonlySet<number>> =>
    new Set(await entries.insertNew(shop, many.map(encodeJournalEntry)));
  return {
    append: gatheredWrites(async (shop, many: readonly JournalEntry[]) => {
      const appended = await appendEach(shop, many);
      return many.map((_entry, i) => (appended.has(i) ? 'appended' : 'sequence_taken'));
    }),
    appendMany: async (shop, many) => {
      const appended = await appendEach(shop, many);
      return new Set(many.filter((_entry, i) => appended.has(i)).map(({ customerId }) => customerId));
    },
    last: async (shop, customerId) => {
      const doc = await entries.findOne(shop, { customerId }, { sort: { sequence: -1 } });
      return doc === null ? null : decodeJournalEntry(doc);
    },
    manualFacts: async (shop, customerId) => {
      const docs = await entries.find(shop, { customerId, isManual: true }, { sort: { sequence: 1 } }).toArray();
      return docs.map(decodeJournalEntry).flatMap(manualFactsOf);
    },
    manualFactsOf: async (shop, { from, to }) => {
      const query = { isManual: true as const, customerId: { $gte: from, $lte: to } };
      const docs = await entries.find(shop, query, { sort: { customerId: 1, sequence: 1 } }).toArray();
      const groups = groupBy(docs.map(decodeJournalEntry), ({ customerId }) => customerId);
      return new Map([...groups].map(([id, theirs]) => [id, theirs.flatMap(manualFactsOf)]));
    },
    lastSequences: async (shop, { from, to }) => {
      const last = { $group: { _id: '$customerId', sequence: { $max: '$sequence' } } };
      const hint = { shop: 1, customerId: 1, sequence: 1 };
      const query = { customerId: { $gte: from, $lte: to } };
      const rows = await entries.aggregate<LastSequence>(shop, query, [last], { hint });
      return new Map(rows.map(({ _id, sequence }) => [_id, sequence]));
    },
    // Sorted down the index and the first taken, the database goes from customer to customer and reads a row of each.
    lastEntries: async (shop, { from, to }) => {
      const last = { $group: { _id: '$customerId', last: { $first: '$$ROOT' } } };
      const stages = [{ $sort: { customerId: -1, sequence: -1 } }, last];
      const query = { customerId: { $gte: from, $lte: to } };
      const rows = await entries.aggregate<{ readonly last: JournalEntryDoc }>(shop, query, stages);
      return new Map(rows.map((row) => [row.last.customerId, decodeJournalEntry(row.last)]));
    },
    forgetCustomer: (shop, customerId) => entries.deleteMany(shop, { customerId }),
    page: async (shop, customerId, before, max) => {
      const older = before === null ? {} : { sequence: { $lt: before } };
      const sorted = entries.find(shop, { customerId, ...older }, { sort: { sequence: -1 }, limit: max });
      return (await sorted.toArray()).map(decodeJournalEntry);
    },
  };
}
