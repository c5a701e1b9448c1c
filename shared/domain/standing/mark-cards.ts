import { DAY_MS } from '../calendar/day.ts';
import type { Instant } from '../ids.ts';
import type { Marks } from '../program/program.ts';
import { type MarkBasket, type MarkState, marksNow, NO_MARKS, setMarks, spendReward } from './mark-walk.ts';

/** Since when a reward is ready, by the marks it asks. */
type ReadySince = { readonly marks: number; readonly at: Instant };

/**
 * The card of the window that began at `startsAt` (null: always). `since`: its rewards that are ready, kept where they
 * lapse after so many days.
 */
export type MarkCard = {
  readonly startsAt: Instant | null;
  readonly state: MarkState;
  readonly since: readonly ReadySince[];
};

/** The card of this window, and those of windows before of which a reward still waits, oldest first. */
export type MarkCards = { readonly now: MarkCard; readonly old: readonly MarkCard[] };

/** When something happens to cards, and since when the window runs that it happens in. */
export type Moment = { readonly at: Instant; readonly startsAt: Instant | null };

const newCard = (startsAt: Instant | null): MarkCard => ({ startsAt, state: NO_MARKS, since: [] });

const NONE: readonly MarkCard[] = [];

export const NO_CARDS: MarkCards = { now: newCard(null), old: NONE };

const readyOn = (mechanic: Marks, { state }: MarkCard): readonly number[] => marksNow(mechanic, state).ready;

/** What has been ready for too long is ready no more; with the top reward the cycle has ended. */
function lapsed({ unused, rewards }: Marks, card: MarkCard, at: Instant): MarkCard {
  if (typeof unused !== 'object') return card;
  const over = card.since.filter((ready) => ready.at + unused.days * DAY_MS <= at).map(({ marks }) => marks);
  if (over.length === 0) return card;
  const { startsAt, state } = card;
  const top = rewards.at(-1)?.marks ?? 0;
  if (over.includes(top)) {
    return { startsAt, state: { ...NO_MARKS, cycle: state.cycle + 1, used: state.used }, since: [] };
  }
  const since = card.since.filter(({ marks }) => !over.includes(marks));
  return { startsAt, state: { ...state, taken: [...state.taken, ...over] }, since };
}

/** Notes since when rewards are ready. */
function noted(mechanic: Marks, card: MarkCard, at: Instant): MarkCard {
  if (typeof mechanic.unused !== 'object') return card;
  const since = readyOn(mechanic, card).map(
    (marks) => card.since.find((known) => known.marks === marks) ?? { marks, at },
  );
  return { ...card, since };
}

/** The same cards later: in a new window there is a new one, and what waits from before does as the program says. */
export function cardsAt(mechanic: Marks, before: MarkCards, { at, startsAt }: Moment): MarkCards {
  const isNew = startsAt !== before.now.startsAt;
  if (mechanic.unused === undefined) return isNew ? { now: newCard(startsAt), old: NONE } : before;
  const now = isNew ? newCard(startsAt) : lapsed(mechanic, before.now, at);
  const old = (isNew ? [...before.old, before.now] : before.old).map((card) => lapsed(mechanic, card, at));
  return { now, old: old.filter((card) => readyOn(mechanic, card).length > 0) };
}

/** Which old card's reward a purchase used: the one it named, else the oldest that has it; -1: this window's. */
function usedOf(mechanic: Marks, { old }: MarkCards, { used, card: named }: MarkBasket): number {
  return old.findIndex(
    (card) => (named === undefined || named === (card.startsAt ?? 0)) && readyOn(mechanic, card).includes(used),
  );
}

/** The card once a reward of it was used: what a new cycle brings is ready anew. */
function spent(mechanic: Marks, { startsAt, state, since }: MarkCard, used: number): MarkCard {
  const left = spendReward(mechanic, state, used);
  const isNew = left.cycle !== state.cycle;
  return { startsAt, state: left, since: isNew ? [] : since.filter(({ marks }) => marks !== used) };
}

function use(mechanic: Marks, cards: MarkCards, basket: MarkBasket): MarkCards {
  const { now, old } = cards;
  const from = usedOf(mechanic, cards, basket);
  if (from < 0) return { ...cards, now: spent(mechanic, now, basket.used) };
  const left = old.map((card, i) => (i === from ? spent(mechanic, card, basket.used) : card));
  return {
    now: { ...now, state: { ...now.state, used: now.state.used + 1 } },
    old: left.filter((card) => readyOn(mechanic, card).length > 0),
  };
}

/** One purchase more: first the reward it used, then the marks it set, which belong to what comes after it. */
export function walkCards(
  mechanic: Marks,
  before: MarkCards,
  { basket, ...moment }: Moment & { readonly basket: MarkBasket },
): MarkCards {
  const come = cardsAt(mechanic, before, moment);
  const { now, old } = basket.used === 0 ? come : use(mechanic, come, basket);
  return { now: noted(mechanic, { ...now, state: setMarks(now.state, basket) }, moment.at), old };
}

/** A reward that is ready, and the card it is on. */
export type ReadyMark = { readonly marks: number; readonly card: MarkCard };

/** All that is ready, from the fewest marks up; of rewards alike the one of the oldest card first. */
export const readyMarks = (mechanic: Marks, { now, old }: MarkCards): readonly ReadyMark[] =>
  [...old, now]
    .flatMap((card) => readyOn(mechanic, card).map((marks) => ({ marks, card })))
    .sort((a, b) => a.marks - b.marks);

/** When time alone next takes a reward that is ready; null: never. */
export function marksLapseAt({ unused }: Marks, { now, old }: MarkCards): Instant | null {
  if (typeof unused !== 'object') return null;
  const since = [...old, now].flatMap((card) => card.since.map(({ at }) => at));
  return since.length === 0 ? null : Math.min(...since) + unused.days * DAY_MS;
}
