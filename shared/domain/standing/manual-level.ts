import { assertNever } from '../assert.ts';
import type { CustomerId, Instant, ProgramId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { LevelFact, ManualFact } from './standing.ts';

/** Whether a fact is about a level: others, such as prizes, move no floor. */
export const isOfLevel = (fact: ManualFact): fact is LevelFact =>
  fact.kind !== 'prize_won' && fact.kind !== 'prize_handed_over';

/**
 * The floor given by hand in a program at `asOf`: given sets it, taken ends it, a merge only lifts it (rules 2.2, 5).
 * A merge told twice lifts it once, so that it does not bring back what was taken in between.
 */
export function manualLevel(facts: readonly ManualFact[], programId: ProgramId, asOf: Instant): BasisPoints {
  let floor = 0;
  const joined = new Set<CustomerId>();
  for (const fact of [...facts].sort((a, b) => a.sequence - b.sequence)) {
    if (!isOfLevel(fact) || fact.programId !== programId || fact.at > asOf) continue;
    switch (fact.kind) {
      case 'level_given':
        floor = fact.discountBp;
        break;
      case 'level_taken':
        floor = 0;
        break;
      case 'level_joined':
        if (!joined.has(fact.from)) floor = Math.max(floor, fact.discountBp);
        joined.add(fact.from);
        break;
      default:
        assertNever(fact);
    }
  }
  return floor;
}
