import { assertNever } from '../assert.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Levels, Mechanic } from '../program/program.ts';
import { reached } from '../standing/levels.ts';
import type { Tally } from './tally.ts';

/** What a mechanic owes at an instant. `level`: index into the program's levels; null: none, or no levels at all. */
export type Earned = { readonly bp: BasisPoints; readonly level: number | null };

/** The level a window has earned: by what is left, or the highest it ever reached (rules 2.2). */
function levelOf(mechanic: Levels, tally: Tally | null): number {
  if (tally === null) return -1;
  return mechanic.afterRefund === 'stays' ? tally.highestLevel : reached(mechanic, tally.sum);
}

/** What the windows of a customer have earned, the same as `evaluate` says of the facts behind them. */
export function earnedBy(mechanic: Mechanic, now: Tally, before: Tally | null): Earned {
  switch (mechanic.kind) {
    case 'fixed':
      return { bp: mechanic.discountBp, level: null };
    case 'levels': {
      const kept = mechanic.holds === 'next_window' ? levelOf(mechanic, before) : -1;
      const level = Math.max(levelOf(mechanic, now), kept);
      return { bp: mechanic.levels[level]?.discountBp ?? 0, level: level < 0 ? null : level };
    }
    default:
      return assertNever(mechanic);
  }
}

/** Remembers what a window has come to at the end of an instant: what happens at one instant happens together. */
export function settle(mechanic: Mechanic, tally: Tally): void {
  switch (mechanic.kind) {
    case 'fixed':
      return;
    case 'levels':
      if (mechanic.afterRefund === 'stays') {
        tally.highestLevel = Math.max(tally.highestLevel, reached(mechanic, tally.sum));
      }
      return;
    default:
      assertNever(mechanic);
  }
}
