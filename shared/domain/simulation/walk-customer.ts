import type { Instant } from '../ids.ts';
import type { Run } from '../standing/cycles.ts';
import { sooner } from '../standing/sooner.ts';
import { createBooks, type Sums } from './books.ts';
import { type Earned, type EarnedNow, earnedBy, settle } from './earned.ts';
import type { Frame } from './frame.ts';
import type { PastOfCustomer } from './history.ts';
import { type Month, monthAt } from './months.ts';
import { rewardsWaiting } from './reward-tally.ts';
import { createTallies, type Tallies } from './tallies.ts';
import type { Tally } from './tally.ts';
import { turnsOf } from './turns.ts';

/**
 * One customer at the end of the history. The standing is what `evaluate` says of the purchases as booked.
 */
export type CustomerOutcome = Readonly<Sums> & {
  readonly customerId: string;
  readonly hasCard: boolean;
  readonly orders: number;
  /** Rewards that wait at the end, oldest first. */
  readonly waiting: readonly Run[];
  readonly standing: Earned & { readonly spentMinor: number; readonly purchases: number; readonly items: number };
};

const NOTHING: EarnedNow = { bp: 0, level: null, position: 0, rewards: null, marks: null, changesAt: null };
const NONE_WAIT: readonly Run[] = [];
const HOLDS_NOTHING = { spentMinor: 0, purchases: 0, items: 0 };

/**
 * Since when a customer takes part, which purchase gave the card (-1: none had to), and from which purchase on they
 * count; `giver` and `from` are past the last where none does.
 */
type Part = {
  readonly since: Instant;
  readonly issuedAt: Instant | null;
  readonly giver: number;
  readonly from: number;
};

/** Whether the program holds where an order was made. */
const isHere = ({ holdsAtPlace }: Frame, { placeAt }: PastOfCustomer, order: number): boolean =>
  holdsAtPlace[placeAt(order)] ?? true;

/**
 * What an order costs before our discounts in goods of the program's scope; below zero: none of it is in it, or the
 * program does not hold where it was made.
 */
function createAmountAt(frame: Frame, past: PastOfCustomer): (order: number) => number {
  const { program, holds } = frame;
  const { amountAt, orderAt } = past;
  const hereAt = (order: number) => (isHere(frame, past, order) ? amountAt(order) : -1);
  if (program.scope === undefined) return program.where === undefined ? amountAt : hereAt;
  return (order) =>
    (isHere(frame, past, order) ? orderAt(order).lines : [])
      .filter(({ productId }) => holds(productId))
      .reduce((sum, line) => Math.max(0, sum) + line.amountMinor, -1);
}

/** The card comes with the first purchase that reaches the program's amount before our discounts (rules 4a). */
function partOf(frame: Frame, past: PastOfCustomer): Part {
  const { membership } = frame.program;
  const { orders, instantAt } = past;
  if (membership.kind === 'everyone') return { since: Number.NEGATIVE_INFINITY, issuedAt: null, giver: -1, from: 0 };
  const amountAt = createAmountAt(frame, past);
  let giver = 0;
  while (giver < orders && amountAt(giver) < membership.fromMinor) giver += 1;
  if (giver === orders) return { since: Number.POSITIVE_INFINITY, issuedAt: null, giver, from: orders };
  const since = instantAt(giver);
  return { since, issuedAt: since, giver, from: membership.earlier === 'count' ? 0 : giver };
}

/** What a customer is owed at an instant, and until when time alone leaves it so. */
function createLook({ program }: Frame, { since }: Part, tallies: Tallies) {
  return (asOf: Instant) => {
    if (asOf < since) return { earned: NOTHING, held: HOLDS_NOTHING, tally: null, changesAt: since };
    const { now, before, changesAt } = tallies.at(asOf);
    const earned = earnedBy(program.mechanic, now, before, asOf);
    return { earned, held: now.sum, tally: now, changesAt: sooner(changesAt, earned.changesAt) };
  };
}

type Look = ReturnType<ReturnType<typeof createLook>>;

/** Notes at the end of each month what the customer is owed, beginning with the month of the first purchase. */
function createMonthEnds({ months }: Frame, first: Instant, look: (asOf: Instant) => Look) {
  let index = monthAt(months, first);
  let shown: Look | null = null;
  const note = (month: Month): void => {
    const isStale = shown === null || (shown.changesAt !== null && shown.changesAt <= month.asOf);
    if (shown === null || isStale) shown = look(month.asOf);
    const { bp, rewards, marks } = shown.earned;
    const owed = marks?.ready.length ?? rewards?.ready ?? bp;
    if (shown.tally !== null) month.holders.set(owed, (month.holders.get(owed) ?? 0) + 1);
    else month.withoutCard += 1;
  };
  return {
    /** The month of an instant; those that ended before it are noted. */
    moveTo: (at: Instant): Month | undefined => {
      for (let month = months[index]; month !== undefined && month.asOf < at; month = months[index]) {
        note(month);
        index += 1;
      }
      return months[index];
    },
    somethingHappened: (): void => {
      shown = null;
    },
    end: (): void => {
      for (const month of months.slice(index)) note(month);
    },
  };
}

function waitingIn({ program: { mechanic }, endsAt }: Frame, tally: Tally | null): readonly Run[] {
  if (mechanic.kind !== 'nth_item' || tally === null) return NONE_WAIT;
  const waiting = rewardsWaiting(tally.rewards, mechanic, { at: endsAt, startsAt: tally.bounds.startsAt });
  return waiting.length === 0 ? NONE_WAIT : waiting;
}

/** Walks the purchases and returns of one customer, in their order in time. */
export function walkCustomer(frame: Frame, past: PastOfCustomer): CustomerOutcome {
  const { customerId, orders, instantAt } = past;
  const { program, mode, boundsAt, endsAt } = frame;
  const part = partOf(frame, past);
  const tallies = createTallies(program, boundsAt, part.issuedAt);
  const look = createLook(frame, part, tallies);
  const monthEnds = createMonthEnds(frame, instantAt(0), look);
  const books = createBooks(frame, past, part.from, tallies);
  for (const { at, from, to, returns } of turnsOf(past)) {
    const month = monthEnds.moveTo(at);
    for (const back of returns) if (back.order < from) books.bringBack(back, month);
    for (let index = from; index < to; index += 1) {
      // The standing just before the purchase, returns up to then included (rules 4a, decision 0048).
      const isOwed = mode === 'with_program' && index > part.giver && isHere(frame, past, index);
      books.buy(index, isOwed ? look(at) : null, month);
      for (const back of returns) if (back.order === index) books.bringBack(back, month);
    }
    settle(program.mechanic, tallies.at(at).now);
    monthEnds.somethingHappened();
  }
  monthEnds.end();
  const { tally, earned, held } = look(endsAt);
  const { bp, level, position, rewards, marks } = earned;
  const hasCard = program.membership.kind === 'card' && tally !== null;
  const standing = { bp, level, position, rewards, marks, ...held };
  return { customerId, hasCard, orders, ...books.sum, waiting: waitingIn(frame, tally), standing };
}
