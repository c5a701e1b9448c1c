import type { CustomerOutcome } from './walk-customer.ts';

/**
 * All customers together, in minor units: before our discounts, the discounts, charged, came back, cut off by the
 * floor, and what of the charged got a discount.
 */
export type Totals = {
  readonly customers: number;
  readonly cards: number;
  readonly orders: number;
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly bookedMinor: number;
  readonly returnedMinor: number;
  readonly floorSavedMinor: number;
  readonly discountedMinor: number;
};

/** Adds up what the customers of a simulation come to. */
export function totalsOf(customers: readonly CustomerOutcome[]): Totals {
  const sum = { orders: 0, discountMinor: 0, bookedMinor: 0, returnedMinor: 0, floorSavedMinor: 0, discountedMinor: 0 };
  let cards = 0;
  for (const customer of customers) {
    if (customer.hasCard) cards += 1;
    sum.orders += customer.orders;
    sum.discountMinor += customer.discountMinor;
    sum.bookedMinor += customer.bookedMinor;
    sum.returnedMinor += customer.returnedMinor;
    sum.floorSavedMinor += customer.floorSavedMinor;
    sum.discountedMinor += customer.discountedMinor;
  }
  return { customers: customers.length, cards, amountMinor: sum.discountMinor + sum.bookedMinor, ...sum };
}

/**
 * What a program that rewards items comes to: rewards that purchases took, and at the end those that wait, what they
 * are worth in minor units, who holds any, and items missing under rewards that were used.
 */
export type RewardTotals = {
  readonly taken: number;
  readonly waiting: number;
  readonly worthMinor: number;
  readonly holders: number;
  readonly missing: number;
};

/** Adds up the rewards of a simulation. */
export function rewardTotalsOf(customers: readonly CustomerOutcome[]): RewardTotals {
  const sum = { taken: 0, waiting: 0, worthMinor: 0, holders: 0, missing: 0 };
  for (const { rewardsTaken, waiting, standing } of customers) {
    sum.taken += rewardsTaken;
    sum.missing += standing.marks?.deficit ?? standing.rewards?.deficit ?? 0;
    if (waiting.length > 0 || (standing.marks?.ready.length ?? 0) > 0) sum.holders += 1;
    for (const { rewards, worthMinor } of waiting) {
      sum.waiting += rewards;
      sum.worthMinor += rewards * worthMinor;
    }
  }
  return sum;
}

/** Who gains: those with a discount, the most first; and what the first tenth of them gets (rounded up to one). */
export type Gains = { readonly customers: readonly CustomerOutcome[]; readonly firstTenthMinor: number };

/** Customers who got a discount, by how much; where two got the same, in the order they come. */
export function gainsOf(all: readonly CustomerOutcome[]): Gains {
  const customers = all.filter((c) => c.discountMinor > 0).sort((a, b) => b.discountMinor - a.discountMinor);
  const tenth = customers.slice(0, Math.ceil(customers.length / 10));
  return { customers, firstTenthMinor: tenth.reduce((sum, c) => sum + c.discountMinor, 0) };
}

/** A part of a whole in basis points, rounded half up; of nothing, nothing. */
export const shareBp = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number((BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n));
