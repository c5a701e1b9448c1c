export type NoteRefusalCode = 'unknown_note' | 'no_notes_kept';

// GET /api/customers/:id/notes → NotesView[]: one for each program that keeps notes on their cards, or has kept any
// POST /api/cards/:number/notes (NoteForm) → NoteView; PUT /api/notes/:id (CorrectNoteForm) → NoteView
// POST /api/notes/:id/remove → 204
export type NoteView = {
  readonly id: string;
  readonly cardNumber: string;
  /** `YYYY-MM-DD` in the shop's time zone. */
  readonly day: string;
  readonly text: string;
  readonly writtenAt: number;
  readonly correctedAt: number | null;
  readonly revision: number;
};
export type NotesView = {
  readonly programId: string;
  readonly programName: string;
  /** What the merchant calls the notes. */
  readonly label: string;
  /** The card that a new note goes onto; null: there is none in use, or the program keeps none any more. */
  readonly cardNumber: string | null;
  /** The newest day first. */
  readonly notes: readonly NoteView[];
  /** Whether there are older ones, which are not shown. */
  readonly isCut: boolean;
};
export type NoteForm = { readonly day: string; readonly text: string };
export type CorrectNoteForm = NoteForm & { readonly revision: number };
