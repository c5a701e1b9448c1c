import { assertNever } from '../assert.ts';
import { addDays } from '../calendar/day.ts';
import type { Day } from '../entitlement/entitlement.ts';
import type { Level, Marks, Membership, StepUp } from './program.ts';
import type { ReadDraft } from './read-draft.ts';

/** When the invented buyer of the example comes, and what the goods cost before our discount. */
export type Visit = { readonly day: Day; readonly amountMinor: number };

const USUAL_MINOR = 10_000;
const USUAL_DAYS = 14;
const VISITS_MAX = 8;
/** A recipe of ten steps is shown up to its cap, and that nothing comes after it. */
const STEPS_MAX = 12;

const cardFrom = (membership: Membership): number => (membership.kind === 'card' ? membership.fromMinor : 0);

/** Every two weeks; the last of eight, or of all where they are more, would be today. */
const everyTwoWeeks = (amounts: readonly number[], today: Day): readonly Visit[] =>
  amounts.map((amountMinor, i) => ({
    day: addDays(today, (i - Math.max(VISITS_MAX, amounts.length) + 1) * USUAL_DAYS),
    amountMinor,
  }));

/** Enough of them for the last reward of a short card, and one more. */
const visitsFor = ({ rewards }: Marks): number =>
  Math.min(STEPS_MAX, Math.max(VISITS_MAX, (rewards.at(-1)?.marks ?? 0) + 1));

/**
 * Amounts that walk through the levels: the purchase that gives the card (or reaches the first level), then half the
 * way to each further threshold and the other half.
 */
function amountsOf(levels: readonly Level[], cardFromMinor: number): readonly number[] {
  const steps = levels.map((l) => l.fromSpentMinor ?? 0).filter((amount) => amount > 0);
  const first = cardFromMinor > 0 ? cardFromMinor : (steps[0] ?? USUAL_MINOR);
  const amounts = [first];
  let reached = first;
  for (const step of steps.filter((amount) => amount > first)) {
    const half = Math.floor((step - reached) / 2);
    amounts.push(...[half, step - reached - half].filter((amount) => amount > 0));
    reached = step;
  }
  return [...amounts, first, first, first].slice(0, VISITS_MAX);
}

/** Visits up to the cap, often enough to lose nothing, except for one pause of a day more than is forgiven. */
function stepUpVisits({ startBp, stepBp, capBp, decay }: StepUp, amountMinor: number, today: Day): readonly Visit[] {
  const count = Math.min(STEPS_MAX, Math.ceil((capBp - startBp) / stepBp) + 2);
  const pausedAt = decay === null ? count : Math.ceil((count * 2) / 3);
  const usual = decay === null ? USUAL_DAYS : Math.max(1, Math.min(USUAL_DAYS, decay.days - 1));
  const visits: Visit[] = [];
  for (let [i, day] = [count - 1, today]; i >= 0; i -= 1) {
    visits.unshift({ day, amountMinor });
    day = addDays(day, -(i === pausedAt && decay !== null ? decay.days + 1 : usual));
  }
  return visits;
}

/** The visits that show best what a program does, none of them ahead of `today`. */
export function visitsOf({ membership, mechanic }: ReadDraft, today: Day): readonly Visit[] {
  const from = cardFrom(membership);
  switch (mechanic.kind) {
    case 'fixed':
      return everyTwoWeeks(amountsOf([], from), today);
    case 'levels':
      return everyTwoWeeks(amountsOf(mechanic.levels, from), today);
    case 'nth_item':
      return everyTwoWeeks(
        Array.from({ length: VISITS_MAX }, () => (from > 0 ? from : USUAL_MINOR)),
        today,
      );
    case 'marks':
      return everyTwoWeeks(
        Array.from({ length: visitsFor(mechanic) }, () => (from > 0 ? from : USUAL_MINOR)),
        today,
      );
    case 'step_up':
      return stepUpVisits(mechanic, from > 0 ? from : USUAL_MINOR, today);
    default:
      return assertNever(mechanic);
  }
}
