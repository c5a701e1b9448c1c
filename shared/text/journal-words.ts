import { assertNever } from '../domain/assert.ts';
import type { Cause, Change, JournalEntry } from '../domain/journal/journal.ts';
import { changesWords } from './change-words.ts';
import type { JournalSpeaker } from './journal-speaker.ts';

export type JournalWords = {
  /** Why: "Order #1042 of €300.00 was paid". */
  readonly cause: string;
  /** What followed, per program: "total €500.00", "level 1 reached: 1%". */
  readonly effects: readonly { readonly programName: string; readonly sentences: readonly string[] }[];
};

type Entry = Pick<JournalEntry, 'cause' | 'changes'>;

/** A journal entry in words. Total over causes and changes: a new kind does not compile without its sentence. */
export function journalWords(entry: Entry, speaker: JournalSpeaker): JournalWords {
  const programIds = [...new Set(entry.changes.map((change) => change.programId))];
  return {
    cause: causeWords(entry, speaker),
    effects: programIds.map((id) => ({
      programName: nameOf(id, speaker),
      sentences: changesWords(
        entry.changes.filter((change) => change.programId === id),
        speaker,
      ),
    })),
  };
}

/** The same as one line: "Order #1042 of €300.00 was paid → total €500.00 → level 1 reached: 1%". */
export function journalLine(entry: Entry, speaker: JournalSpeaker): string {
  const { cause, effects } = journalWords(entry, speaker);
  const several = effects.length > 1;
  const told = effects.map(
    ({ programName, sentences }) => `${several ? `${programName}: ` : ''}${sentences.join(' → ')}`,
  );
  return [cause, ...(told.length === 0 ? [speaker.text.journal.nothing] : told)].join(' → ');
}

const nameOf = (id: string, { programNames, text }: JournalSpeaker) => programNames[id] ?? text.journal.unknownProgram;

function causeWords({ cause, changes }: Entry, speaker: JournalSpeaker): string {
  const words = speaker.text.journal.causes;
  const percent = speaker.format.percent;
  switch (cause.kind) {
    case 'order':
      return orderWords(cause, changes, speaker);
    case 'refund':
      return words.refund(speaker.orderName, lessWords(changes, speaker));
    case 'card_linked':
      return words.cardLinked(cause.number);
    case 'card_replaced':
      return words.cardReplaced(cause.number, cause.by);
    case 'card_blocked':
      return words.cardBlocked(cause.number);
    case 'card_unblocked':
      return words.cardUnblocked(cause.number);
    case 'card_expired':
      return words.cardExpired(cause.number);
    case 'level_given':
      return noted(words.levelGiven(nameOf(cause.programId, speaker), percent(cause.discountBp)), cause.note, speaker);
    case 'level_taken':
      return noted(words.levelTaken(nameOf(cause.programId, speaker)), cause.note, speaker);
    case 'program_published':
      return words.programPublished(nameOf(cause.programId, speaker), cause.version);
    case 'program_ended':
      return words.programEnded(nameOf(cause.programId, speaker));
    case 'entered':
      return words.entered;
    case 'merged':
      return words.merged;
    case 'prize_won':
      return words.prizeWon(cause.prize, cause.draw, cause.lot);
    case 'prize_handed_over':
      return words.prizeHandedOver(cause.prize, cause.draw);
    case 'referred':
      return words.referred;
    case 'time_passed':
      return isPause(changes) ? words.pausePassed : words.timePassed;
    case 'rebuilt':
      return words.rebuilt;
    default:
      return assertNever(cause);
  }
}

/** Where no period ended, it is a pause that took a step back (rules 2.5). */
const isPause = (changes: readonly Change[]): boolean =>
  changes.some(({ kind }) => kind === 'position') && !changes.some(({ kind }) => kind === 'window');

const noted = (sentence: string, note: string, { text }: JournalSpeaker) =>
  note === '' ? sentence : text.journal.note(sentence, note);

/**
 * The cause names the order, the changes say what it was worth. Programs may see it differently (one counts only from
 * its card on), so the amount is the largest difference.
 */
function orderWords(
  cause: Extract<Cause, { kind: 'order' }>,
  changes: readonly Change[],
  { text, format }: JournalSpeaker,
): string {
  const words = text.journal.causes;
  const difference = spentDifference(changes);
  if (difference > 0) return words.orderPaid(cause.name, format.money(difference));
  if (difference < 0) return words.orderFell(cause.name, format.money(-difference));
  return words.orderChanged(cause.name);
}

function lessWords(changes: readonly Change[], { format }: JournalSpeaker): string | null {
  const difference = spentDifference(changes);
  return difference < 0 ? format.money(-difference) : null;
}

function spentDifference(changes: readonly Change[]): number {
  const differences = changes.flatMap((change) => (change.kind === 'spent' ? [change.after - change.before] : []));
  return differences.reduce((widest, each) => (Math.abs(each) > Math.abs(widest) ? each : widest), 0);
}
