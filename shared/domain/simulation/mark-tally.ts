import type { Instant } from '../ids.ts';
import type { Marks } from '../program/program.ts';
import {
  cardsAt,
  type MarkCards,
  type Moment,
  marksLapseAt,
  NO_CARDS,
  readyMarks,
  walkCards,
} from '../standing/mark-cards.ts';
import { type MarkBasket, marksNow } from '../standing/mark-walk.ts';

/** A purchase as cards of marks see it. */
type MarkStep = Moment & { readonly basket: MarkBasket };

/** What one customer's windows remember of marks: the purchases that were counted, and the cards each of them found. */
export type MarkTally = { readonly made: MarkStep[]; readonly comes: MarkCards[] };

/** Rules 2.6 at an instant. `used`: rewards of the window that are used and not come back. */
export type MarksHeld = {
  readonly set: number;
  readonly deficit: number;
  readonly ready: readonly number[];
  readonly used: number;
};

export const newMarkTally = (): MarkTally => ({ made: [], comes: [NO_CARDS] });

/** Notes a purchase, and answers its place. */
export const addMarks = ({ made }: MarkTally, step: MarkStep): number => made.push(step) - 1;

/** Puts what is left of a purchase in its place: from it on, the cards were others. */
export function changeMarks({ made, comes }: MarkTally, place: number, basket: MarkBasket): void {
  const before = made[place];
  if (before === undefined) return;
  made[place] = { ...before, basket };
  if (comes.length > place + 1) comes.length = place + 1;
}

/** What a customer holds of marks at a moment, and when time alone takes the first reward; null: never. */
export function marksHeld(
  { made, comes }: MarkTally,
  mechanic: Marks,
  moment: Moment,
): { readonly marks: MarksHeld; readonly lapsesAt: Instant | null } {
  let come = comes.at(-1) ?? NO_CARDS;
  for (let i = comes.length - 1; i < made.length; i += 1) {
    const step = made[i];
    if (step !== undefined) come = walkCards(mechanic, come, step);
    comes.push(come);
  }
  const cards = cardsAt(mechanic, come, moment);
  const { state } = cards.now;
  const { set, deficit } = marksNow(mechanic, state);
  const ready = readyMarks(mechanic, cards).map(({ marks }) => marks);
  return { marks: { set, deficit, ready, used: state.used }, lapsesAt: marksLapseAt(mechanic, cards) };
}
