import { defineStored, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { ImportDoc } from './import.codec.ts';

export const storedImports = defineStored<ImportDoc>(
  'imports',
  {
    kind: wholeText,
    state: wholeText,
    bulkOperationId: text,
    done: wholeNumber,
    total: number,
    startedAt: wholeNumber,
    endedAt: number,
    why: text,
    scope: text,
    holder: text,
    leasedUntil: number,
  },
  [{ fields: { shop: 1, kind: 1 }, options: { unique: true } }],
);
