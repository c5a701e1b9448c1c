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

/** How many steps up the next purchase is, and when time alone takes one back. */
export type Stepped = {
  readonly position: number;
  readonly earnedBp: BasisPoints;
  readonly changesAt: Instant | null;
};

/**
 * Rules 2.5: walks the purchases that still count, in their order: what the pause before each has left, and one step
 * more. One that came back in full is passed over, so the pauses beside it are one.
 */
export function evaluateStepUp(mechanic: StepUp, made: readonly Made[], asOf: Instant): Stepped {
  const { decay } = mechanic;
  let [walked, last] = [0, asOf];
  for (const { at, left } of made) {
    if (left.purchases === 0) continue;
    walked = (walked === 0 ? 0 : afterPause(walked, last, at, decay)) + 1;
    last = at;
  }
  const position = afterPause(walked, last, asOf, decay);
  return {
    position,
    earnedBp: percentAt(mechanic, position),
    changesAt: nextPauseAt(position, last, asOf, decay),
  };
}
