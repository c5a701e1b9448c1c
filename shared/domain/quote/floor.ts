import { assert } from '../assert.ts';

const SCALE = 10_000_000;

/**
 * What one minor unit of cost becomes with the margin on it, in ten-millionths. In another currency than the cost's it
 * carries the rate as well, see `floorFactorIn`.
 */
export type FloorFactor = number;

/** The factor where the cart is in the currency of the cost. */
export const floorFactor = (marginBp: number): FloorFactor => (10_000 + marginBp) * (SCALE / 10_000);

/**
 * What goods of this cost may not fall below (rules 3.3), rounded up, so that the floor holds to the last minor unit.
 * Exact for any safe cost, in two limbs, without BigInt.
 */
export function floorOf(costMinor: number, factor: FloorFactor): number {
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
