import { describe, expect, it } from '@jest/globals';
import { readRewardFigures, rewardFigures } from '../../../shared/domain/quote/reward-figures.ts';
import type { RewardsOwed } from '../../../shared/domain/quote/rewards.ts';
import { walkBasket as walk } from '../../../shared/domain/quote/walk-basket.ts';

/** Ten items give ten percent of what they came to; nothing is counted yet. */
const eleventh = (said: Partial<RewardsOwed> = {}): RewardsOwed => ({
  after: 10,
  shareBp: 1_000,
  progress: 0,
  countedMinor: 0,
  deficit: 0,
  readyMinor: [],
  carries: false,
  counts: false,
  ...said,
});

type Goods = { readonly quantity: number; readonly amountMinor: number };

/** By line: how many rewards and what they give; and what the holder has after the basket. */
function walkBasket(lines: readonly Goods[], said: RewardsOwed) {
  const figures = rewardFigures(said);
  const flat = walk(
    lines.map(({ quantity }) => quantity),
    lines.map(({ amountMinor }) => amountMinor),
    figures,
  );
  const pairs = lines.map((_, i) => [i, { count: flat[2 * i] ?? 0, discountMinor: flat[2 * i + 1] ?? 0 }] as const);
  return {
    taken: new Map(pairs.filter(([, { discountMinor }]) => discountMinor > 0)),
    owed: readRewardFigures(figures),
  };
}

const goods = (...prices: readonly number[]) => prices.map((amountMinor) => ({ quantity: 1, amountMinor }));
const given = (lines: readonly Goods[], owed: RewardsOwed) =>
  [...walkBasket(lines, owed).taken].map(([line, { count, discountMinor }]) => ({ line, count, discountMinor }));

describe('one basket of the n-th item (rules 2.4)', () => {
  it('gives the reward of ten items at 300.00 on item 11, never more than that costs', () => {
    const ready = eleventh({ readyMinor: [30_000] });
    expect(given(goods(30_000), ready)).toEqual([{ line: 0, count: 1, discountMinor: 30_000 }]);
    expect(given(goods(45_000), ready)).toEqual([{ line: 0, count: 1, discountMinor: 30_000 }]);
    expect(given(goods(20_000), ready)).toEqual([{ line: 0, count: 1, discountMinor: 20_000 }]);
  });

  it('gives a reward that is ready to the dearest item and counts the other one', () => {
    const walked = walkBasket(goods(2_000, 45_000), eleventh({ readyMinor: [30_000] }));
    expect([...walked.taken]).toEqual([[1, { count: 1, discountMinor: 30_000 }]]);
    expect(walked.owed).toMatchObject({ progress: 1, countedMinor: 2_000, readyMinor: [] });
  });

  it('counts the cheapest as the tenth, rewards the dearest, and begins anew with what is left', () => {
    const walked = walkBasket(goods(5_000, 8_000, 20_000), eleventh({ progress: 9, countedMinor: 90_000 }));
    expect([...walked.taken]).toEqual([[2, { count: 1, discountMinor: 9_500 }]]);
    expect(walked.owed).toMatchObject({ progress: 1, countedMinor: 8_000, readyMinor: [] });
  });

  it('makes no difference of the order of lines, and among equals the first line comes first', () => {
    const nine = eleventh({ progress: 9, countedMinor: 90_000 });
    expect(given(goods(20_000, 8_000, 5_000), nine)).toEqual([{ line: 0, count: 1, discountMinor: 9_500 }]);
    expect(given(goods(5_000, 5_000, 5_000), nine)).toEqual([{ line: 1, count: 1, discountMinor: 5_000 }]);
    expect(given(goods(9_000, 9_000), eleventh({ readyMinor: [1_000] }))).toEqual([
      { line: 0, count: 1, discountMinor: 1_000 },
    ]);
  });

  it('fills what is missing first', () => {
    const walked = walkBasket([{ quantity: 11, amountMinor: 110_000 }], eleventh({ deficit: 1 }));
    expect(walked.taken.size).toBe(0);
    expect(walked.owed).toMatchObject({ deficit: 0, progress: 0, readyMinor: [10_000] });
  });

  it('spreads what a line costs over its units, the dearer ones first', () => {
    const walked = walkBasket([{ quantity: 3, amountMinor: 10_001 }], eleventh({ after: 2, shareBp: 10_000 }));
    expect([...walked.taken]).toEqual([[0, { count: 1, discountMinor: 3_334 }]]);
    expect(walked.owed).toMatchObject({ progress: 0, readyMinor: [] });
  });

  it('carries what is left of a reward to the next dearest item where the merchant says so', () => {
    const walked = walkBasket(goods(20_000, 15_000, 1_000), eleventh({ readyMinor: [30_000], carries: true }));
    expect([...walked.taken]).toEqual([
      [0, { count: 1, discountMinor: 20_000 }],
      [1, { count: 0, discountMinor: 10_000 }],
    ]);
    expect(walked.owed).toMatchObject({ progress: 2, countedMinor: 6_000 });
  });

  it('counts the rewarded item as the first of the next where the merchant says so', () => {
    const walked = walkBasket(goods(45_000), eleventh({ readyMinor: [30_000], counts: true }));
    expect(walked.owed).toMatchObject({ progress: 1, countedMinor: 15_000 });
  });

  it('takes 80,000 units as quickly as one', () => {
    const walked = walkBasket([{ quantity: 80_000, amountMinor: 24_000_000 }], eleventh());
    expect([...walked.taken]).toEqual([[0, { count: 7_272, discountMinor: 2_181_600 }]]);
    expect(walked.owed).toMatchObject({ progress: 8, countedMinor: 2_400 });
  });

  it('earns nothing with what is free', () => {
    const walked = walkBasket([{ quantity: 80_000, amountMinor: 0 }], eleventh({ after: 1 }));
    expect(walked.taken.size).toBe(0);
  });
});
