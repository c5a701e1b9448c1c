import { asIs, defineStored, flag, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { JournalEntryDoc } from './journal-entry.codec.ts';

export const storedJournalEntries = defineStored<JournalEntryDoc>(
  'journal-entries',
  {
    entryId: wholeText,
    customerId: wholeText,
    sequence: wholeNumber,
    at: wholeNumber,
    asOf: wholeNumber,
    by: text,
    cause: { ...asIs, required: true },
    changes: [asIs],
    standing: { ...asIs, required: true },
    isManual: flag,
  },
  [
    // The commit point: whoever comes second with a sequence is refused here.
    { fields: { shop: 1, customerId: 1, sequence: 1 }, options: { unique: true } },
    // Few entries carry a fact; the others are not in this index.
    {
      fields: { shop: 1, customerId: 1, isManual: 1, sequence: 1 },
      options: { partialFilterExpression: { isManual: true } },
    },
  ],
);
