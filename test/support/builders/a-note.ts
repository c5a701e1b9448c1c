import type { NoteId } from '../../../shared/domain/ids.ts';
import type { CardNote } from '../../../shared/domain/instrument/card-note.ts';
import { cardNumber } from '../../app/builders.ts';
import { NOW } from '../../app/set-up.ts';

export const noteId = (n: number): NoteId => `nte_${String(n).padStart(10, '0')}` as NoteId;

/** The n-th note, on the first card. */
export const aNote = (n: number, said: Partial<CardNote> = {}): CardNote => ({
  id: noteId(n),
  cardNumber: cardNumber(1),
  day: '2026-06-10',
  text: `Sphere −${n}.25`,
  writtenAt: NOW + n,
  by: '7',
  corrected: null,
  revision: 0,
  ...said,
});
