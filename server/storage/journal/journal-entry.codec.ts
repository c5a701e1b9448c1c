import type { JournalEntryId, ShopId } from '../../../shared/domain/ids.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts';
import { MANUAL_CAUSES } from '../../../shared/domain/journal/manual-facts.ts';
import { type CustomerStandingDoc, decodeCustomerStanding } from '../standing/customer-standing.codec.ts';

/** `isManual` only where the cause carries a fact. */
export type JournalEntryDoc = Omit<JournalEntry, 'id' | 'standing'> & {
  readonly standing: CustomerStandingDoc;
  readonly shop: ShopId;
  readonly entryId: JournalEntryId;
  readonly isManual?: true;
};

export function encodeJournalEntry({ id, ...entry }: JournalEntry): Omit<JournalEntryDoc, 'shop'> {
  const isManual = MANUAL_CAUSES.includes(entry.cause.kind);
  return { ...entry, entryId: id, ...(isManual ? { isManual } : {}) };
}

export const decodeJournalEntry = (doc: JournalEntryDoc): JournalEntry => ({
  id: doc.entryId,
  customerId: doc.customerId,
  sequence: doc.sequence,
  at: doc.at,
  asOf: doc.asOf,
  by: doc.by,
  cause: doc.cause,
  changes: doc.changes,
  standing: decodeCustomerStanding(doc.standing),
});
