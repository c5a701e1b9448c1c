import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import { sooner } from '../standing/sooner.ts';
import { type Booked, bookOrder, returnUnits } from './book.ts';
import { type Earned, type EarnedNow, earnedBy, settle } from './earned.ts';
import type { PastOfCustomer } from './history.ts';
import { type Month, monthAt } from './months.ts';
import type { SimulatedProgram } from './simulated-program.ts';
import { type createBounds, createTallies, type Tallies } from './tallies.ts';
import { type Counted, takeBack } from './tally.ts';
import { type Turn, turnsOf } from './turns.ts';

/** `as_happened`: the same walk without any discount of ours (rules 4a). */
export type Mode = 'with_program' | 'as_happened';

/** What is the same for every customer of a simulation. `marginBp` null: no margin floor. */
export type Frame = {
  readonly program: SimulatedProgram;
  readonly mode: Mode;
  readonly marginBp: BasisPoints | null;
  readonly months: readonly Month[];
  readonly endsAt: Instant;
  readonly boundsAt: ReturnType<typeof createBounds>;
};

/**
 * One customer at the end of the history. Money in minor units: `discountMinor` given, `bookedMinor` charged for all
 * purchases, `returnedMinor` of it came back. The standing is what `evaluate` says of the purchases as booked.
 */
export type CustomerOutcome = {
  readonly customerId: string;
  readonly hasCard: boolean;
  readonly orders: number;
  readonly discountMinor: number;
  readonly bookedMinor: number;
  readonly returnedMinor: number;
  readonly floorSavedMinor: number;
  /** Of what was booked, what got a discount. */
  readonly discountedMinor: number;
  readonly standing: Earned & { readonly spentMinor: number; readonly purchases: number; readonly items: number };
};

const NOTHING: EarnedNow = { bp: 0, level: null, position: 0, changesAt: null };
const HOLDS_NOTHING = { spentMinor: 0, purchases: 0, items: 0 };

/** Since when a customer takes part, and from which purchase on they count; `from` is past the last where none does. */
type Part = { readonly since: Instant; readonly issuedAt: Instant | null; readonly from: number };

/** The card comes with the first purchase that reaches the program's amount before our discounts (rules 4a). */
function partOf({ membership }: SimulatedProgram, { orders, amountAt, instantAt }: PastOfCustomer): Part {
  if (membership.kind === 'everyone') return { since: Number.NEGATIVE_INFINITY, issuedAt: null, from: 0 };
  let giver = 0;
  while (giver < orders && amountAt(giver) < membership.fromMinor) giver += 1;
  if (giver === orders) return { since: Number.POSITIVE_INFINITY, issuedAt: null, from: orders };
  const since = instantAt(giver);
  return { since, issuedAt: since, from: membership.earlier === 'count' ? 0 : giver };
}

/** What a customer is owed at an instant, and until when time alone leaves it so. */
function createLook({ program }: Frame, { since }: Part, tallies: Tallies) {
  return (asOf: Instant) => {
    if (asOf < since) return { earned: NOTHING, held: HOLDS_NOTHING, takesPart: false, changesAt: since };
    const { now, before, changesAt } = tallies.at(asOf);
    const earned = earnedBy(program.mechanic, now, before, asOf);
    return { earned, held: now.sum, takesPart: true, changesAt: sooner(changesAt, earned.changesAt) };
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
    const { bp } = shown.earned;
    if (shown.takesPart) month.holders.set(bp, (month.holders.get(bp) ?? 0) + 1);
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

/** Walks the purchases and returns of one customer, in their order in time. */
export function walkCustomer(frame: Frame, past: PastOfCustomer): CustomerOutcome {
  const { customerId, orders, orderAt, instantAt } = past;
  const { program, mode, marginBp, boundsAt, endsAt } = frame;
  const part = partOf(program, past);
  const tallies = createTallies(program, boundsAt, part.issuedAt);
  const look = createLook(frame, part, tallies);
  const monthEnds = createMonthEnds(frame, instantAt(0), look);
  // Only what comes back some day is remembered.
  const comingBack = new Map<number, { readonly booked: Booked; readonly counted: Counted | null }>();
  const sum = { discountMinor: 0, bookedMinor: 0, returnedMinor: 0, floorSavedMinor: 0, discountedMinor: 0 };

  const buy = (index: number, bp: BasisPoints, month: Month | undefined): void => {
    const order = orderAt(index);
    const booked = bookOrder(order, bp, marginBp);
    const charged = booked.amountMinor - booked.discountMinor;
    const counted = index < part.from ? null : tallies.count(order.at, charged, booked.items);
    if (booked.lines.length > 0) comingBack.set(index, { booked, counted });
    sum.discountMinor += booked.discountMinor;
    sum.bookedMinor += charged;
    sum.floorSavedMinor += booked.floorSavedMinor;
    if (booked.discountMinor > 0) sum.discountedMinor += charged;
    if (month === undefined) return;
    month.orders += 1;
    month.amountMinor += booked.amountMinor;
    month.discountMinor += booked.discountMinor;
  };

  const bringBack = ({ order, line, quantity }: Turn['returns'][number], month: Month | undefined): void => {
    const bought = comingBack.get(order);
    if (bought === undefined) return;
    const { amountMinor, items } = returnUnits(bought.booked, line, quantity);
    if (bought.counted !== null) takeBack(bought.counted, amountMinor, items);
    sum.returnedMinor += amountMinor;
    if (month !== undefined) month.returnedMinor += amountMinor;
  };

  for (const turn of turnsOf(past)) {
    const { at, from, to, returns } = turn;
    const month = monthEnds.moveTo(at);
    // The standing just before the instant, returns up to then included (rules 4a, decision 0048).
    for (const back of returns) if (back.order < from) bringBack(back, month);
    const bp = mode === 'as_happened' || from === to ? 0 : look(at - 1).earned.bp;
    for (let index = from; index < to; index += 1) buy(index, bp, month);
    for (const back of returns) if (back.order >= from) bringBack(back, month);
    settle(program.mechanic, tallies.at(at).now);
    monthEnds.somethingHappened();
  }
  monthEnds.end();
  const { takesPart, earned, held } = look(endsAt);
  const { bp, level, position } = earned;
  const hasCard = program.membership.kind === 'card' && takesPart;
  return { customerId, hasCard, orders, ...sum, standing: { bp, level, position, ...held } };
}
