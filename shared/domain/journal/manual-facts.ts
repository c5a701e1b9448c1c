import type { ManualFact } from '../standing/standing.ts';
import type { JournalEntry } from './journal.ts';

/** The causes that carry a fact: what people decided, or what a merge brought (style.md 4). */
export const MANUAL_CAUSES: readonly JournalEntry['cause']['kind'][] = [
  'level_given',
  'level_taken',
  'merged',
  'prize_won',
  'prize_handed_over',
];

/** The facts an entry carries. They hold from the entry's own `asOf`, so the standing in it already counts them. */
export function manualFactsOf({
  cause,
  asOf,
  sequence,
}: Pick<JournalEntry, 'cause' | 'asOf' | 'sequence'>): readonly ManualFact[] {
  switch (cause.kind) {
    case 'level_given': {
      const { programId, discountBp, note } = cause;
      return [{ kind: 'level_given', programId, at: asOf, sequence, discountBp, note }];
    }
    case 'level_taken':
      return [{ kind: 'level_taken', programId: cause.programId, at: asOf, sequence, note: cause.note }];
    case 'prize_won':
    case 'prize_handed_over':
      return [{ kind: cause.kind, at: asOf, sequence, lot: cause.lot }];
    case 'merged':
      return cause.given.map(({ programId, discountBp }) => {
        return { kind: 'level_joined', programId, at: asOf, sequence, discountBp, from: cause.from };
      });
    default:
      return [];
  }
}
