import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rewardFigures } from '../../../shared/domain/quote/reward-figures.ts';
import { walkBasket } from '../../../shared/domain/quote/walk-basket.ts';
import { takeWaiting } from '../../../shared/domain/simulation/take-waiting.ts';
import { runs } from '../../support/runs.ts';

const line = fc.record({ quantity: fc.constantFrom(1, 1, 2, 3, 7), amountMinor: fc.nat(30) }).map((goods) => ({
  ...goods,
  lineId: 1,
  productId: null,
  unitCostMinor: null,
  returns: [],
}));
const waiting = fc.array(
  fc.record({ rewards: fc.integer({ min: 1, max: 5 }), worthMinor: fc.integer({ min: 1, max: 9 }) }),
);
const owed = fc.record({
  after: fc.integer({ min: 1, max: 5 }),
  shareBp: fc.constantFrom(1000, 5000),
  deficit: fc.nat(3),
});

describe('rewards that wait in a simulated past', () => {
  it('are taken as checkout takes them, one after another', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), waiting, owed, (lines, runs, rest) => {
        const readyMinor = runs.flatMap(({ rewards, worthMinor }) => Array<number>(rewards).fill(worthMinor));
        const told = { ...rest, progress: 0, countedMinor: 0, carries: false, counts: false };
        const quantities = lines.map(({ quantity }) => quantity);
        const amounts = lines.map(({ amountMinor }) => amountMinor);
        const oneByOne = walkBasket(quantities, amounts, rewardFigures({ ...told, readyMinor }));
        const first = takeWaiting(lines, runs);
        const after = walkBasket(first.quantities, first.amounts, rewardFigures({ ...told, readyMinor: [] }));
        expect(after.map((figure, i) => figure + (first.taken[i] ?? 0))).toEqual(oneByOne);
      }),
      runs(4711),
    );
  });
});
