import type { Booked } from './book.ts';

/**
 * What a month or a place of a simulation comes to, in minor units: before our discounts, the discounts, what came
 * back, what the floor cut off. Of the lines whose unit cost is known: what they cost the shop, what they were sold at
 * before our discounts, and the discounts on them.
 */
export type Turnover = {
  orders: number;
  amountMinor: number;
  discountMinor: number;
  returnedMinor: number;
  floorSavedMinor: number;
  costMinor: number;
  costedMinor: number;
  costedDiscountMinor: number;
};

export const noTurnover = (): Turnover => ({
  orders: 0,
  amountMinor: 0,
  discountMinor: 0,
  returnedMinor: 0,
  floorSavedMinor: 0,
  costMinor: 0,
  costedMinor: 0,
  costedDiscountMinor: 0,
});

/** Puts one booked purchase into it; undefined: what is no part of the simulation has none. */
export function addBooked(turnover: Turnover | undefined, booked: Booked): void {
  if (turnover === undefined) return;
  turnover.orders += 1;
  turnover.amountMinor += booked.amountMinor;
  turnover.discountMinor += booked.discountMinor;
  turnover.floorSavedMinor += booked.floorSavedMinor;
  turnover.costMinor += booked.costMinor;
  turnover.costedMinor += booked.costedMinor;
  turnover.costedDiscountMinor += booked.costedDiscountMinor;
}

/** Puts what came back into it. */
export function addReturned(turnover: Turnover | undefined, amountMinor: number): void {
  if (turnover !== undefined) turnover.returnedMinor += amountMinor;
}

/** What was left over unit costs, before our discounts and after them, as far as costs are known; null: nowhere. */
export function marginOf(
  parts: readonly Turnover[],
): { readonly beforeMinor: number; readonly afterMinor: number } | null {
  let [costed, cost, discount] = [0, 0, 0];
  for (const { costedMinor, costMinor, costedDiscountMinor } of parts) {
    costed += costedMinor;
    cost += costMinor;
    discount += costedDiscountMinor;
  }
  if (cost === 0 && costed === 0) return null;
  return { beforeMinor: costed - cost, afterMinor: costed - cost - discount };
}
