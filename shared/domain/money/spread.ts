import { assert } from '../assert.ts';

/**
 * Spreads a total over parts in proportion to their weights by largest remainder, ties to the first; the parts add
 * up to the whole (rules 1). Without any weight everything goes to the first part.
 */
export function spread(totalMinor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  assert(totalMinor >= 0 && Number.isSafeInteger(totalMinor), 'a whole that is spread is a whole number');
  assert(Number.isSafeInteger(sum) && weights.every((w) => w >= 0), 'weights are whole numbers');
  if (weights.length === 0) return [];
  if (sum === 0) return weights.map((_, i) => (i === 0 ? totalMinor : 0));
  const shares = weights.map((weight) => share(totalMinor, weight, sum));
  const left = totalMinor - shares.reduce((a, s) => a + s.whole, 0);
  const order = shares.map((_, i) => i).sort((a, b) => at(shares, b).rest - at(shares, a).rest || a - b);
  const lucky = new Set(order.slice(0, left));
  return shares.map((s, i) => s.whole + (lucky.has(i) ? 1 : 0));
}

type Share = { readonly whole: number; readonly rest: number };

const at = (shares: readonly Share[], index: number): Share => shares[index] as Share;

function share(total: number, weight: number, sum: number): Share {
  const product = total * weight;
  if (Number.isSafeInteger(product)) return { whole: (product - (product % sum)) / sum, rest: product % sum };
  const exact = BigInt(total) * BigInt(weight);
  return { whole: Number(exact / BigInt(sum)), rest: Number(exact % BigInt(sum)) };
}

/**
 * What the first `units` of a line are worth when its amount is spread over all its units (largest remainder, ties to
 * the first). A closed form, so that 80,000 units cost no more than one.
 */
export function firstUnits(amountMinor: number, quantity: number, units: number): number {
  assert(units >= 0 && units <= quantity, 'no more units than the line has');
  if (quantity === 0) return 0;
  const base = Math.floor(amountMinor / quantity);
  return units * base + Math.min(units, amountMinor % quantity);
}
