import type { ProgramDraft } from './draft.ts';
import type { CardNotes } from './program.ts';
import type { Say } from './read-typed.ts';

const LABEL_MAX = 40;

/**
 * Reads whether dated notes are kept on the cards (rules 4), and what they are called; undefined: none are, as where
 * there are no cards, whatever was typed before.
 */
export function readNotes({ notes, notesLabel, membership }: ProgramDraft, say: Say): CardNotes | undefined {
  if (notes === 'none' || membership !== 'card') return undefined;
  const label = notesLabel.trim();
  if (label === '') say('notesLabel', { code: 'notes_label_missing' });
  if (label.length > LABEL_MAX) say('notesLabel', { code: 'too_long', facts: { max: LABEL_MAX } });
  return { label };
}
