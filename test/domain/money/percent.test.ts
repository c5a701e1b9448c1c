import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatPercent, parsePercent, percentDecimal, percentOf } from '../../../shared/domain/money/percent.ts';

const bp = (text: string) => {
  const read = parsePercent(text);
  return read.ok ? read.value : read.error.code;
};

describe('percentages', () => {
  it('rounds half a cent up', () => {
    expect(percentOf(10_000, 500)).toBe(500);
    expect(percentOf(19_999, 300)).toBe(600);
    expect(percentOf(50, 100)).toBe(1);
    expect(percentOf(49, 100)).toBe(0);
    expect(percentOf(150, 100)).toBe(2);
    expect([percentOf(0, 500), percentOf(777, 0), percentOf(777, 10_000)]).toEqual([0, 0, 777]);
  });

  it('is exact for every amount', () => {
    const exact = (minor: number, of: number) => Number((BigInt(minor) * BigInt(of) + 5000n) / 10_000n);
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 10_000 }), (minor, of) => {
        expect(percentOf(minor, of)).toBe(exact(minor, of));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('takes no fraction, nothing negative and nothing beyond a safe number', () => {
    for (const [minor, of] of [
      [0.5, 100],
      [-1, 100],
      [100, -1],
      [100, 0.5],
      [Number.MAX_SAFE_INTEGER, 20_000],
    ] as const)
      expect(() => percentOf(minor, of)).toThrow('invariant broken');
  });

  it('reads a percentage with a point or a comma', () => {
    expect(['5', '7.5', '7,5', '7.50 %', ' 12.25% ', '100', '0', '0.01'].map(bp)).toEqual([
      500, 750, 750, 750, 1225, 10_000, 0, 1,
    ]);
    expect(['7.505', '100.01', '', '-1', 'five', '1.', '101'].map(bp)).toEqual([
      'too_precise',
      'too_high',
      'not_a_percent',
      'not_a_percent',
      'not_a_percent',
      'not_a_percent',
      'too_high',
    ]);
  });

  it('reads more than the whole where more makes sense', () => {
    expect(['100.01', '1000', '1000.01'].map((text) => parsePercent(text, 100_000))).toMatchObject([
      { value: 10_001 },
      { value: 100_000 },
      { error: { code: 'too_high' } },
    ]);
  });

  it('writes a percentage as plainly as it can', () => {
    expect([750, 500, 1, 10, 1000, 10_000, 0].map(percentDecimal)).toEqual([
      '7.5',
      '5',
      '0.01',
      '0.1',
      '10',
      '100',
      '0',
    ]);
    expect(formatPercent(1225)).toBe('12.25 %');
  });
});
