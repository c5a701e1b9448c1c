import type { BasisPoints } from '../money/money.ts';
import { type Booked, type BookedLine, bookOrder, bookRewards, returnUnits, takeMoneyBack } from './book.ts';
import type { Frame } from './frame.ts';
import type { PastOfCustomer, PastOrder } from './history.ts';
import type { Month } from './months.ts';
import { type Basket, basketOf, type Owing, rewardsOwed } from './reward-tally.ts';
import type { Tallies } from './tallies.ts';
import { type Counted, type Tally, takeBack } from './tally.ts';
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
export type Before = { readonly earned: { readonly bp: BasisPoints }; readonly tally: Tally | null } | null;

const unitsOf = ({ lines }: PastOrder): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** What a window owes the next purchase; null: no rewards. */
function owingTo({ program: { mechanic } }: Frame, before: Before): Owing | null {
  const tally = before?.tally ?? null;
  return mechanic.kind !== 'nth_item' || tally === null ? null : rewardsOwed(tally.rewards, tally.made ?? [], mechanic);
}

function createBook(frame: Frame) {
  const { mechanic } = frame.program;
  return {
    book: (order: PastOrder, before: Before): Booked =>
      mechanic.kind === 'nth_item'
        ? bookRewards(order, owingTo(frame, before)?.(unitsOf(order)) ?? null, frame)
        : bookOrder(order, before?.earned.bp ?? 0, frame),
    basketIn: (lines: readonly BookedLine[]): Basket | null =>
      mechanic.kind === 'nth_item' ? basketOf(lines, mechanic) : null,
  };
}

/** Books what one customer buys and brings back; purchases before `countsFrom` are charged and counted nowhere. */
export function createBooks(frame: Frame, past: PastOfCustomer, countsFrom: number, tallies: Tallies) {
  const { book, basketIn } = createBook(frame);
  // Only what comes back some day is remembered.
  const comingBack = new Map<number, { readonly booked: Booked; readonly counted: Counted | null }>();
  const nothing = { discountMinor: 0, bookedMinor: 0, returnedMinor: 0, floorSavedMinor: 0 };
  const sum: Sums = { ...nothing, discountedMinor: 0, rewardsTaken: 0 };

  const placeOf = (order: number): Turnover | undefined => frame.places[past.placeAt(order)];
  const enter = (index: number, at: number, booked: Booked, month: Month | undefined): void => {
    const { amountMinor, discountMinor, items, countedMinor: spentMinor } = booked;
    const charged = amountMinor - discountMinor;
    const bought = { at, spentMinor, items, basket: basketIn(booked.lines) };
    const counted = index < countsFrom ? null : tallies.count(bought);
    if (past.comesBack(index)) comingBack.set(index, { booked, counted });
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
      const { amountMinor, items, spentMinor } =
        back.kind === 'money'
          ? takeMoneyBack(bought.booked, back.amountMinor)
          : returnUnits(bought.booked, back.line, back.quantity);
      if (bought.counted !== null) takeBack(bought.counted, spentMinor, items, basketIn(bought.booked.lines));
      sum.returnedMinor += amountMinor;
      addReturned(month, amountMinor);
      addReturned(placeOf(order), amountMinor);
    },
  };
}
