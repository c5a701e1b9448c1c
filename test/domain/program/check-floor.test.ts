import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { costAtMostBp, cutByFloor, underFloor } from '../../../shared/domain/program/check-floor.ts';
import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import { quoteCart } from '../../../shared/domain/quote/quote-cart.ts';
import { levels, nthItem, PROGRAM, stepUp } from '../../support/builders/a-program.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const fixed = (discountBp: number) => ({ kind: 'fixed', discountBp }) as const;

/** What goods at 1,000.00 are given, and what the floor took of it. */
function given(discountBp: number, costMinor: number, marginBp: number) {
  const line = { id: 'a', quantity: 1, amountMinor: 100_000, floorMinor: floorMinor(costMinor, 1, marginBp) };
  return quoteCart([line], [{ programId: PROGRAM, discountBp }]).floorSavedMinor;
}

describe('a discount against the floor', () => {
  it('is refused at 100 %, since nothing whose cost is known is ever free', () => {
    expect(underFloor(fixed(10_000), 0)).toEqual([
      { path: 'fixedPercent', code: 'discount_under_floor', facts: { marginBp: 0 } },
    ]);
    expect(underFloor(levels('500.00 → 1 %, 800.00 → 100 %').mechanic, 500)).toMatchObject([
      { path: 'levels.1.percent' },
    ]);
    expect(underFloor(stepUp('0 %, 50 %, 100 %').mechanic, 500)).toMatchObject([{ path: 'capPercent' }]);
    expect([underFloor(fixed(9_999), 500), underFloor(fixed(10_000), null)]).toEqual([[], []]);
  });

  it('is never cut at 100 % only where goods cost nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat(20_000), (costMinor, marginBp) => {
        same(given(10_000, costMinor, marginBp) > 0, true);
      }),
      runs(592),
    );
  });

  it('is given in full on goods that cost at most the share that is said, and on no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.nat(20_000), fc.nat(10_000), (bp, marginBp, costBp) => {
        const isFull = given(bp, costBp * 10, marginBp) === 0;
        same(isFull, costBp <= costAtMostBp(bp, marginBp));
      }),
      runs(593),
    );
  });

  it('is warned of where goods that cost half their price would be cut already', () => {
    expect(cutByFloor(fixed(4_750), 500)).toEqual([]);
    expect(cutByFloor(fixed(4_751), 500)).toEqual([
      {
        path: 'fixedPercent',
        code: 'floor_cuts_discount',
        facts: { discountBp: 4_751, marginBp: 500, costBp: 4_999 },
      },
    ]);
    expect(cutByFloor(nthItem('10 → 10 %').mechanic, 500)).toMatchObject([
      { path: 'nthPercent', code: 'floor_cuts_reward' },
    ]);
    expect([cutByFloor(nthItem('4 → 10 %').mechanic, 500), cutByFloor(nthItem('10 → 10 %').mechanic, null)]).toEqual([
      [],
      [],
    ]);
  });
});
