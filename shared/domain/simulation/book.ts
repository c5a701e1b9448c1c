import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';
import { firstUnits } from '../money/spread.ts';
import { floorMinor } from '../quote/floor.ts';
import { lineDiscount } from '../quote/line-discount.ts';
import type { PastLine, PastOrder } from './history.ts';

/** What is left of a line that was booked. */
type BookedLine = { items: number; amountMinor: number };

/** A purchase at what would have been charged, line by line. */
export type Booked = {
  /** Empty where nothing of the purchase ever comes back, so that nobody needs to know its lines. */
  readonly lines: readonly BookedLine[];
  readonly items: number;
  /** What the lines cost before our discount, and what was charged. */
  readonly amountMinor: number;
  readonly discountMinor: number;
  /** What the margin floor cut off the discount. */
  readonly floorSavedMinor: number;
};

function floorOfLine({ unitCostMinor, quantity }: PastLine, marginBp: BasisPoints | null): number {
  return unitCostMinor === null || marginBp === null ? 0 : floorMinor(unitCostMinor, quantity, marginBp);
}

/**
 * Books an order with a percentage off each line, half up per line, not below its floor, as the quote does (rules 3).
 */
export function bookOrder({ lines }: PastOrder, bp: BasisPoints, marginBp: BasisPoints | null): Booked {
  const booked: BookedLine[] = [];
  const comesBack = lines.some(({ returns }) => returns.length > 0);
  let [items, amountMinor, discountMinor, floorSavedMinor] = [0, 0, 0, 0];
  for (const line of lines) {
    const discount = bp === 0 ? 0 : lineDiscount(line.amountMinor, floorOfLine(line, marginBp), bp);
    if (bp !== 0) floorSavedMinor += percentOf(line.amountMinor, bp) - discount;
    items += line.quantity;
    amountMinor += line.amountMinor;
    discountMinor += discount;
    if (comesBack) booked.push({ items: line.quantity, amountMinor: line.amountMinor - discount });
  }
  return { lines: booked, items, amountMinor, discountMinor, floorSavedMinor };
}

/** What came back: units, and what they were booked at. */
export type TakenBack = { readonly items: number; readonly amountMinor: number };

/** Takes units off the end of a booked line; the first ones stay (rules 1). */
export function returnUnits({ lines }: Booked, line: number, quantity: number): TakenBack {
  const left = lines[line];
  if (left === undefined) return { items: 0, amountMinor: 0 };
  const items = Math.min(quantity, left.items);
  const kept = firstUnits(left.amountMinor, left.items, left.items - items);
  const amountMinor = left.amountMinor - kept;
  left.items -= items;
  left.amountMinor = kept;
  return { items, amountMinor };
}
