import { assert } from '../assert.ts';

const SCALE = 10_000;

/** What one minor unit of cost becomes with the margin on it, in basis points. */
export type FloorFactor = number;

/** The cost of what no discount of ours may touch, gift cards above all: no line is ever worth that much. */
export const NEVER_DISCOUNTED = 2 ** 50;

/** The factor for a margin; `rate`: so many minor units of the cart's currency are one of the cost's. */
export const floorFactor = (marginBp: number, rate: number): FloorFactor => (SCALE + marginBp) * rate;

/**
 * What goods of this cost may not fall below (rules 3.3), rounded up, so that the floor holds to the last minor unit.
 * Exact for whole factors; through an exchange rate to a millionth of a minor unit.
 */
export const floorOf = (costMinor: number, factor: FloorFactor): number =>
  Math.ceil((costMinor * factor) / SCALE - (factor % 1 === 0 ? 0 : 0.000_001));

/** What a line may not fall below: `unit cost × quantity × (1 + margin)`, in the currency of the cost, rounded up. */
export function floorMinor(unitCostMinor: number, quantity: number, marginBp: number): number {
  const floor = floorOf(unitCostMinor * quantity, floorFactor(marginBp, 1));
  assert(Number.isSafeInteger(floor), 'a floor stays in the safe range');
  return floor;
}
