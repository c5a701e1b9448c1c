import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Levels, Mechanic, StepUp } from '../program/program.ts';
import { reached } from '../standing/levels.ts';
import { AT_THE_START, type Climb, climb, steppedAt } from '../standing/step-up.ts';
import { type MarksHeld, marksHeld } from './mark-tally.ts';
import { type RewardsHeld, rewardsHeld } from './reward-tally.ts';
import type { Tally } from './tally.ts';

/**
 * What a mechanic owes at an instant. `level`: index into the program's levels; null: none, or no levels at all.
 * `position`: how many steps up the next purchase is; 0 without steps. `rewards` null: nobody rewards items; `marks`
 * null: nobody rewards marks.
 */
export type Earned = {
  readonly bp: BasisPoints;
  readonly level: number | null;
  readonly position: number;
  readonly rewards: RewardsHeld | null;
  readonly marks: MarksHeld | null;
};

/** Besides, when time alone changes it though the window holds the same; null: never. */
export type EarnedNow = Earned & { readonly changesAt: Instant | null };

const NO_STEPS = { position: 0, rewards: null, marks: null, changesAt: null };

/** Climbs the purchases of a window that were not climbed yet; one that came back in full is passed over. */
function climbed(mechanic: StepUp, { made, climbs }: Tally): Climb {
  let come = climbs.at(-1) ?? AT_THE_START;
  for (let i = climbs.length - 1; made !== null && i < made.length; i += 1) {
    const counted = made[i];
    if (counted !== undefined && counted.left.purchases > 0) come = climb(come, counted.at, mechanic);
    climbs.push(come);
  }
  return come;
}

/** The level a window has earned: by what is left, or the highest it ever reached (rules 2.2). */
function levelOf(mechanic: Levels, tally: Tally | null): number {
  if (tally === null) return -1;
  const now = reached(mechanic, tally.sum);
  return mechanic.afterRefund === 'stays' ? Math.max(tally.highestLevel, now) : now;
}

/** What the windows of a customer have earned, the same as `evaluate` says of the facts behind them. */
export function earnedBy(mechanic: Mechanic, now: Tally, before: Tally | null, asOf: Instant): EarnedNow {
  switch (mechanic.kind) {
    case 'fixed':
      return { ...NO_STEPS, bp: mechanic.discountBp, level: null };
    case 'levels': {
      const kept = mechanic.holds === 'next_window' ? levelOf(mechanic, before) : -1;
      const level = Math.max(levelOf(mechanic, now), kept);
      return { ...NO_STEPS, bp: mechanic.levels[level]?.discountBp ?? 0, level: level < 0 ? null : level };
    }
    case 'step_up': {
      const { earnedBp, position, changesAt } = steppedAt(mechanic, climbed(mechanic, now), asOf);
      return { bp: earnedBp, level: null, position, rewards: null, marks: null, changesAt };
    }
    case 'marks': {
      const { marks, lapsesAt } = marksHeld(now.marks, mechanic, { at: asOf, startsAt: now.bounds.startsAt });
      return { ...NO_STEPS, bp: 0, level: null, marks, changesAt: lapsesAt };
    }
    case 'nth_item': {
      const { rewards, lapsesAt } = rewardsHeld(now.rewards, mechanic, { at: asOf, startsAt: now.bounds.startsAt });
      return { ...NO_STEPS, bp: 0, level: null, rewards, changesAt: lapsesAt };
    }
    default:
      return assertNever(mechanic);
  }
}

/** Remembers what a window has come to at the end of an instant: what happens at one instant happens together. */
export function settle(mechanic: Mechanic, tally: Tally): void {
  switch (mechanic.kind) {
    case 'fixed':
    case 'step_up':
    case 'nth_item':
    case 'marks':
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
