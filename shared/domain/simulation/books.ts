import type { Instant } from '../ids.ts';
import { type Booked, bookOrder, bookRewards, givenOn, returnUnits, takeMoneyBack } from './book.ts';
import { bookOffer, marksLeft } from './book-offer.ts';
import type { Earned } from './earned.ts';
import type { Frame } from './frame.ts';
import type { PastOfCustomer, PastOrder } from './history.ts';
import { createMonthCaps, type MonthCaps, type MonthGiven } from './month-caps.ts';
import type { Month } from './months.ts';
import { basketOf, type Owing, rewardsOwed } from './reward-tally.ts';
import type { Tallies } from './tallies.ts';
import { type Bought, type Counted, type Tally, takeBack } from './tally.ts';
import { addBooked, addReturned, type Turnover } from './turnover.ts';
import type { Return } from './turns.ts';

/**
 * What a customer's purchases come to, in minor units: `discountMinor` given, `bookedMinor` charged for all of them,
 * `returnedMinor` of it came back, `floorSavedMinor` cut off the discounts by the floor.
 */
export type Sums = {
  discountMinor: number;
  bookedMinor: number;
  returnedMinor: number;
  floorSavedMinor: number;
  /** Of what was booked, what got a discount. */
  discountedMinor: number;
  /** How many rewards the purchases took, also where they came back. */
  rewardsTaken: number;
};

/** The standing that a purchase is quoted with; null: nothing is taken off. */
export type Before = { readonly earned: Pick<Earned, 'bp' | 'marks'>; readonly tally: Tally | null } | null;

const unitsOf = ({ lines }: PastOrder): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** What a window owes a purchase at an instant; null: no rewards. */
function owingTo({ program: { mechanic } }: Frame, before: Before, at: Instant): Owing | null {
  const tally = before?.tally ?? null;
  if (mechanic.kind !== 'nth_item' || tally === null) return null;
  return rewardsOwed(tally.rewards, mechanic, { at, startsAt: tally.bounds.startsAt });
}

const NONE_READY: readonly number[] = [];

function createBook(frame: Frame, caps: MonthCaps) {
  const { mechanic } = frame.program;
  return (order: PastOrder, before: Before): Booked => {
    switch (mechanic.kind) {
      case 'nth_item':
        return bookRewards(order, owingTo(frame, before, order.at)?.(unitsOf(order)) ?? null, frame);
      case 'marks': {
        const ready = before?.earned.marks?.ready ?? NONE_READY;
        return bookOffer(order, { mechanic, listed: frame.listed, ready }, frame.marginBp);
      }
      default:
        return bookOrder(order, { bp: before?.earned.bp ?? 0, capMinor: caps.leftAt(order.at) }, frame);
    }
  };
}

/** What a purchase, or what is left of it, is for the mechanics that look into baskets. */
const basketsOf = ({ program: { mechanic } }: Frame, booked: Booked): Pick<Bought, 'basket' | 'marks'> => ({
  basket: mechanic.kind === 'nth_item' ? basketOf(booked.lines, mechanic) : null,
  marks: marksLeft(booked),
});

/** A purchase of which something comes back. */
type Remembered = {
  readonly booked: Booked;
  readonly counted: Counted | null;
  readonly givenIn: MonthGiven | null;
};

/** Books what one customer buys and brings back; purchases before `countsFrom` are charged and counted nowhere. */
export function createBooks(frame: Frame, past: PastOfCustomer, countsFrom: number, tallies: Tallies) {
  const caps = createMonthCaps(frame.program);
  const book = createBook(frame, caps);
  // Only what comes back some day is remembered.
  const comingBack = new Map<number, Remembered>();
  const nothing = { discountMinor: 0, bookedMinor: 0, returnedMinor: 0, floorSavedMinor: 0 };
  const sum: Sums = { ...nothing, discountedMinor: 0, rewardsTaken: 0 };

  const placeOf = (order: number): Turnover | undefined => frame.places[past.placeAt(order)];
  const enter = (index: number, at: number, booked: Booked, month: Month | undefined): void => {
    const { amountMinor, discountMinor, items, countedMinor: spentMinor } = booked;
    const charged = amountMinor - discountMinor;
    const bought = { at, spentMinor, items, ...basketsOf(frame, booked) };
    const isCounted = index >= countsFrom && (frame.holdsAtPlace[past.placeAt(index)] ?? true);
    const counted = isCounted ? tallies.count(bought) : null;
    const givenIn = caps.monthAt(at);
    if (givenIn !== null) givenIn.minor += discountMinor;
    if (past.comesBack(index)) comingBack.set(index, { booked, counted, givenIn });
    sum.discountMinor += discountMinor;
    sum.bookedMinor += charged;
    sum.floorSavedMinor += booked.floorSavedMinor;
    if (discountMinor > 0) sum.discountedMinor += charged;
    sum.rewardsTaken += booked.rewards;
    addBooked(month, booked);
    addBooked(placeOf(index), booked);
  };

  return {
    sum,
    /** A purchase, with the standing just before it. */
    buy: (index: number, before: Before, month: Month | undefined): void =>
      enter(index, past.instantAt(index), book(past.orderAt(index), before), month),
    bringBack: (back: Return, month: Month | undefined): void => {
      const { order } = back;
      const bought = comingBack.get(order);
      if (bought === undefined) return;
      const givenMinor = givenOn(bought.booked);
      const taken =
        back.kind === 'money'
          ? takeMoneyBack(bought.booked, back.amountMinor)
          : returnUnits(bought.booked, back.line, back.quantity);
      if (bought.counted !== null) takeBack(bought.counted, taken, basketsOf(frame, bought.booked));
      if (bought.givenIn !== null) bought.givenIn.minor -= givenMinor - givenOn(bought.booked);
      const { amountMinor } = taken;
      sum.returnedMinor += amountMinor;
      addReturned(month, amountMinor);
      addReturned(placeOf(order), amountMinor);
    },
  };
}
