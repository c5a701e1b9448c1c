import { defineStored, number, sealed, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { NoteDoc } from './note.codec.ts';

export const storedNotes = defineStored<NoteDoc>(
  'card-notes',
  {
    noteId: wholeText,
    cardNumber: wholeText,
    day: wholeText,
    sealed,
    writtenAt: wholeNumber,
    by: text,
    correctedAt: number,
    correctedBy: text,
    revision: wholeNumber,
  },
  [
    { fields: { shop: 1, noteId: 1 }, options: { unique: true } },
    { fields: { shop: 1, cardNumber: 1, day: -1, writtenAt: -1, noteId: 1 } },
  ],
);
