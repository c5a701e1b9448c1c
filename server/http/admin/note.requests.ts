import { z } from 'zod';
import type { CorrectNoteForm, NoteForm } from '../../../shared/contract/note.ts';

const typed = { day: z.string().max(40), text: z.string().max(10_000) };

/** As typed: what is wrong with it is said beside the field. */
export const noteForm = z.strictObject(typed) satisfies z.ZodType<NoteForm>;

export const correctNoteForm = z.strictObject({
  ...typed,
  revision: z.int().min(0),
}) satisfies z.ZodType<CorrectNoteForm>;
