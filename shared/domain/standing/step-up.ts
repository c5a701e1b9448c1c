import { DAY_MS } from '../calendar/day.ts';
import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { StepUp } from '../program/program.ts';
import type { Made } from './accumulate.ts';

type Decay = NonNullable<StepUp['decay']>;

/** What a purchase gets that is so many steps up; the cap cuts the percentage, never the position. */
export const percentAt = ({ startBp, stepBp, capBp }: StepUp, position: number): BasisPoints =>
  Math.min(capBp, startBp + position * stepBp);

/** How often a pause lasted the program's full days, each of 24 hours. */
const fullPauses = (from: Instant, to: Instant, { days }: Decay): number => Math.floor((to - from) / (days * DAY_MS));

/** What a pause leaves of a position: one step less for each full N days, or nothing after the first of them. */
function afterPause(position: number, from: Instant, to: Instant, decay: StepUp['decay']): number {
  const full = decay === null ? 0 : fullPauses(from, to, decay);
  if (full === 0) return position;
  return decay?.to === 'start' ? 0 : Math.max(0, position - full);
}

/** The next instant at which a pause takes something away; null: nothing is left to take, or pauses take nothing. */
function nextPauseAt(position: number, last: Instant, asOf: Instant, decay: StepUp['decay']): Instant | null {
  if (decay === null || position === 0) return null;
  return last + (fullPauses(last, asOf, decay) + 1) * decay.days * DAY_MS;
}

/** How far a walk over purchases has come: how many steps up right after the last of them. */
export type Climb = { readonly walked: number; readonly last: Instant };

/** Where everybody begins; before the first purchase its instant means nothing. */
export const AT_THE_START: Climb = { walked: 0, last: 0 };

/** One purchase more: what the pause before it has left, and a step. */
export const climb = ({ walked, last }: Climb, at: Instant, { decay }: StepUp): Climb => ({
  walked: (walked === 0 ? 0 : afterPause(walked, last, at, decay)) + 1,
  last: at,
});

/** How many steps up the next purchase is, and when time alone takes one back. */
export type Stepped = {
  readonly position: number;
  readonly earnedBp: BasisPoints;
  readonly changesAt: Instant | null;
};

/** What a climb has come to at an instant, after the pause since. */
export function steppedAt(mechanic: StepUp, { walked, last }: Climb, asOf: Instant): Stepped {
  const { decay } = mechanic;
  const position = walked === 0 ? 0 : afterPause(walked, last, asOf, decay);
  return {
    position,
    earnedBp: percentAt(mechanic, position),
    changesAt: nextPauseAt(position, last, asOf, decay),
  };
}

/**
 * Rules 2.5: walks the purchases that still count, in their order: what the pause before each has left, and one step
 * more. One that came back in full is passed over, so the pauses beside it are one.
 */
export function evaluateStepUp(mechanic: StepUp, made: readonly Made[], asOf: Instant): Stepped {
  let come = AT_THE_START;
  for (const { at, left } of made) if (left.purchases > 0) come = climb(come, at, mechanic);
  return steppedAt(mechanic, come, asOf);
}
