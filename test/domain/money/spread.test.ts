import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstUnits, spread } from '../../../shared/domain/money/spread.ts';

const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);
const seed = { seed: 3, numRuns: 500 };

describe('spreading an amount', () => {
  it('gives what is over to the largest remainder, and to the first of equal ones', () => {
    expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(spread(101, [1, 1, 1])).toEqual([34, 34, 33]);
    expect(spread(10, [1, 2, 3])).toEqual([2, 3, 5]);
    expect(spread(5, [3, 3, 4])).toEqual([2, 1, 2]);
    expect(spread(1, [1, 5])).toEqual([0, 1]);
  });

  it('gives everything to the first where nothing weighs anything', () => {
    expect(spread(7, [0, 0])).toEqual([7, 0]);
    expect(spread(7, [])).toEqual([]);
    expect(spread(0, [1, 2])).toEqual([0, 0]);
  });

  it('adds up to the whole, and nobody is more than a cent from an exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), weights, (total, parts) => {
        const shares = spread(total, parts);
        expect(sum(shares)).toBe(total);
        if (sum(parts) === 0) return;
        for (const [i, share] of shares.entries()) {
          const exact = (BigInt(total) * BigInt(parts[i] ?? 0)) / BigInt(sum(parts));
          expect([exact, exact + 1n]).toContain(BigInt(share));
        }
      }),
      seed,
    );
  });

  it('refuses fractions and what is below zero', () => {
    for (const [total, weights] of [
      [-1, [1]],
      [0.5, [1]],
      [1, [-1, 2]],
      [1, [0.5]],
    ] as const)
      expect(() => spread(total, weights)).toThrow('invariant broken');
  });
});

describe('the first units of a line', () => {
  it('are worth what spreading over all units gives them', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 60 }), fc.nat(60), (amount, quantity, some) => {
        const units = Math.min(some, quantity);
        const each = spread(amount, new Array(quantity).fill(1));
        expect(firstUnits(amount, quantity, units)).toBe(sum(each.slice(0, units)));
      }),
      seed,
    );
  });

  it('are worth nothing where there are none', () => {
    expect([firstUnits(100, 3, 0), firstUnits(100, 0, 0), firstUnits(100, 3, 3)]).toEqual([0, 0, 100]);
    expect(() => firstUnits(100, 3, 4)).toThrow('invariant broken');
  });
});
