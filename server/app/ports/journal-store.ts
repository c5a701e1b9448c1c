import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import type { ManualFact } from '../../../shared/domain/standing/standing.ts';
import type { CustomerRange } from './customer-store.ts';

export type JournalStore = {
  /** The commit point: one majority-acknowledged insert, unique by shop, customer and sequence. */
  readonly append: (shop: ShopId, entry: JournalEntry) => Promise<'appended' | 'sequence_taken'>;
  /** The same for many customers, an entry of each: answers whose were appended; the others' numbers were taken. */
  readonly appendMany: (shop: ShopId, entries: readonly JournalEntry[]) => Promise<ReadonlySet<CustomerId>>;
  readonly last: (shop: ShopId, customerId: CustomerId) => Promise<JournalEntry | null>;
  /** Facts carried by entries (level given, taken, merged), by sequence. */
  readonly manualFacts: (shop: ShopId, customerId: CustomerId) => Promise<readonly ManualFact[]>;
  /** The same for everybody in the range; who has none may be absent. */
  readonly manualFactsOf: (
    shop: ShopId,
    range: CustomerRange,
  ) => Promise<ReadonlyMap<CustomerId, readonly ManualFact[]>>;
  /** The last sequence of everybody in the range, read from the index alone; who has no entry may be absent. */
  readonly lastSequences: (shop: ShopId, range: CustomerRange) => Promise<ReadonlyMap<CustomerId, number>>;
  /** The last entry of everybody in the range; who has none is absent. */
  readonly lastEntries: (shop: ShopId, range: CustomerRange) => Promise<ReadonlyMap<CustomerId, JournalEntry>>;
  /** Newest first; `before` is a sequence. */
  readonly page: (
    shop: ShopId,
    customerId: CustomerId,
    before: number | null,
    max: number,
  ) => Promise<readonly JournalEntry[]>;
  /** Privacy: removes all entries of somebody who is erased; the only way in which the journal ever loses one. */
  readonly forgetCustomer: (shop: ShopId, customerId: CustomerId) => Promise<number>;
};
