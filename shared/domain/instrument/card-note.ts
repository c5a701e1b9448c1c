import { isDay } from '../calendar/day.ts';
import type { Day } from '../entitlement/entitlement.ts';
import type { Fault } from '../fault.ts';
import type { CardNumber, Instant, NoteId } from '../ids.ts';
import { ok, type Result, refused } from '../result.ts';

/** More than a page of handwriting. */
export const NOTE_MAX = 2_000;

/**
 * Something that was written down on a card for a day (rules 4, "every visit": the optician's record). `by`: who wrote
 * it, a staff member's id as Shopify names it; `corrected`: when and by whom it was last put right, null: never.
 */
export type CardNote = {
  readonly id: NoteId;
  readonly cardNumber: CardNumber;
  /** In the shop's time zone. */
  readonly day: Day;
  readonly text: string;
  readonly writtenAt: Instant;
  readonly by: string | null;
  readonly corrected: { readonly at: Instant; readonly by: string | null } | null;
  /** Rises with each correction; whoever corrects names the one that was seen. */
  readonly revision: number;
};

/** What is typed of a note. */
export type TypedNote = Pick<CardNote, 'day' | 'text'>;

/** Reads a note as typed: a day of the calendar, not one to come, and a text; `today`: in the shop's time zone. */
export function readNote(
  typed: TypedNote,
  today: Day,
): Result<TypedNote, { readonly code: 'faults'; readonly faults: readonly Fault[] }> {
  const [day, text] = [typed.day.trim(), typed.text.trim()];
  const faults: Fault[] = [];
  if (!isDay(day)) faults.push({ path: 'day', code: 'day_unreadable' });
  else if (day > today) faults.push({ path: 'day', code: 'day_to_come' });
  if (text === '') faults.push({ path: 'text', code: 'note_missing' });
  if (text.length > NOTE_MAX) faults.push({ path: 'text', code: 'too_long', facts: { max: NOTE_MAX } });
  return faults.length === 0 ? ok({ day, text }) : refused({ code: 'faults', faults });
}

/** The newest day first; of one day what was written last. */
export const newestFirst = (a: CardNote, b: CardNote): number =>
  a.day === b.day ? b.writtenAt - a.writtenAt || (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1;
