import { assert } from '../assert.ts';

const SCALE = 10_000_000;

/**
 * What one minor unit of cost becomes with the margin on it, in ten-millionths.
 */
export type FloorFactor = number;

/** The cost of what no discount of ours may touch, gift cards above all: no line is ever worth that much. */
export const NEVER_DISCOUNTED = 2 ** 50;

/** The factor where the cart is in the currency of the cost. */
export const floorFactor = (marginBp: number): FloorFactor => (10_000 + marginBp) * (SCALE / 10_000);

/** The cost of what no discount of ours may touch, gift cards above all: no line is ever worth that much. */
export const NEVER_DISCOUNTED = 2 ** 50;

/** The factor where the cart is in another currency: so many of its minor units are one of the cost's. */
export const floorFactorIn = (marginBp: number, rate: number): FloorFactor => floorFactor(marginBp) * rate;

/**
 * What goods of this cost may not fall below (rules 3.3), rounded up, so that the floor holds to the last minor unit.
 * Exact for any safe cost, in two limbs, without BigInt; through an exchange rate to a millionth of a minor unit.
 */
export function floorOf(costMinor: number, factor: FloorFactor): number {
  if (factor % 1 !== 0) return Math.ceil((costMinor * factor) / SCALE - 0.000_001);
  const product = costMinor * factor;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.ceil(product / SCALE);
  const factorHigh = Math.floor(factor / SCALE);
  const factorLow = factor - factorHigh * SCALE;
  const costHigh = Math.floor(costMinor / SCALE);
  const costLow = costMinor - costHigh * SCALE;
  return costMinor * factorHigh + costHigh * factorLow + Math.ceil((costLow * factorLow) / SCALE);
}

/** What a line may not fall below: `unit cost × quantity × (1 + margin)`, in the currency of the cost, rounded up. */
export function floorMinor(unitCostMinor: number, quantity: number, marginBp: number): number {
  const floor = floorOf(unitCostMinor * quantity, floorFactor(marginBp));
  assert(Number.isSafeInteger(floor), 'a floor stays in the safe range');
  return floor;
}
