import type { Instant, ProgramId } from '../ids.ts';
import type { JournalEntry } from './journal.ts';

/** What the changes of all entries add up to, program by program; it must equal the standing (rules 6.1). */
export type JournalSum = {
  readonly takesPart: boolean;
  readonly spent: number;
  readonly purchases: number;
  readonly items: number;
  readonly position: number;
  readonly given: number;
  readonly discount: number;
  readonly counted: number;
  readonly used: number;
  readonly deficit: number;
  readonly progress: number;
  readonly ready: number;
  readonly ready_worth: number;
  readonly marks: number;
  readonly marks_used: number;
  readonly marks_missing: number;
  readonly marks_ready: number;
  readonly brought: number;
  readonly bonus_used: number;
  readonly bonus_ready: number;
  readonly bonus_deficit: number;
  readonly kept: number | null;
  readonly kept_rewards: number | null;
  readonly level: number | null;
  readonly windowEndsAt: Instant | null;
};

const START: JournalSum = {
  takesPart: false,
  spent: 0,
  purchases: 0,
  items: 0,
  position: 0,
  given: 0,
  discount: 0,
  counted: 0,
  used: 0,
  deficit: 0,
  progress: 0,
  ready: 0,
  ready_worth: 0,
  marks: 0,
  marks_used: 0,
  marks_missing: 0,
  marks_ready: 0,
  brought: 0,
  bonus_used: 0,
  bonus_ready: 0,
  bonus_deficit: 0,
  kept: null,
  kept_rewards: null,
  level: null,
  windowEndsAt: null,
};

/** Sums the entries' changes in the order of their sequence. */
export function sumJournal(
  entries: readonly Pick<JournalEntry, 'sequence' | 'changes'>[],
): ReadonlyMap<ProgramId, JournalSum> {
  const sums = new Map<ProgramId, JournalSum>();
  for (const { changes } of [...entries].sort((a, b) => a.sequence - b.sequence)) {
    for (const change of changes) {
      const sum = sums.get(change.programId) ?? START;
      if (change.kind === 'joined' || change.kind === 'left') {
        sums.set(change.programId, { ...sum, takesPart: change.kind === 'joined' });
      } else if (change.kind === 'level' || change.kind === 'kept' || change.kind === 'kept_rewards') {
        sums.set(change.programId, { ...sum, [change.kind]: change.after });
      } else if (change.kind === 'window') {
        sums.set(change.programId, { ...sum, windowEndsAt: change.after });
      } else {
        sums.set(change.programId, { ...sum, [change.kind]: sum[change.kind] + change.after - change.before });
      }
    }
  }
  return sums;
}
