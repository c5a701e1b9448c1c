import { describe, expect, it } from '@jest/globals';
import { stepUp } from '../../support/builders/a-program.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const EVERY_VISIT = '0 %, 1 %, 10 %';

describe('what happens to an order, in steps (rules 5)', () => {
  it('takes no step for an order that is cancelled before it is paid, also where what is owed counts', () => {
    const story = table`
      day         fact      amount | position  purchases  discount
      2026-01-01  order A   10.00  | 1         1          1 %
      2026-01-02  owed B    10.00  | 2         2          2 %
      2026-01-03  cancel B         | 1         1          1 %
      2026-01-04  order C   10.00  | 2         2          2 %
    `;
    expect(play(stepUp(EVERY_VISIT), story, { owedCounts: true })).toEqual(story);
    const paidOnly = story.map((line) => line.replace('2         2          2 %', '1         1          1 %'));
    const [last = ''] = story.slice(-1);
    expect(play(stepUp(EVERY_VISIT), [...paidOnly.slice(0, -1), last])).toEqual([...paidOnly.slice(0, -1), last]);
  });

  it('gives the step of an order back that is cancelled after payment, and the next one takes its place', () => {
    const story = table`
      day         fact      amount | position  purchases  discount
      2026-01-01  order A   10.00  | 1         1          1 %
      2026-01-02  order B   10.00  | 2         2          2 %
      2026-01-03  order C   10.00  | 3         3          3 %
      2026-01-04  cancel B         | 2         2          2 %
      2026-01-05  order D   10.00  | 3         3          3 %
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });

  it('keeps the step with money alone, until nothing with a price is left', () => {
    const story = table`
      day         fact          amount | total  position
      2026-01-01  order A       10.00  | 10.00  1
      2026-01-02  goodwill A-1  4.00   | 6.00   1
      2026-01-03  goodwill A-2  6.00   | 0.00   0
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });

  it('keeps the step of an order that was edited or exchanged, since one purchase is one step', () => {
    const story = table`
      day         fact        amount               | items  position
      2026-01-01  order A     10.00                | 1      1
      2026-01-02  edit A      10.00 + 2 × 5.00     | 3      1
      2026-01-02  refund A-1  10.00                | 2      1
      2026-01-03  order B     10.00                | 3      2
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });

  it('walks the purchases of two customers in their order when Shopify merges them, so a pause may be none', () => {
    const story = table`
      day         fact                amount | position  purchases  discount
      2026-01-10  order A             10.00  | 1         1          1 %
      2026-02-19  order B             10.00  | 1         2          1 %
      2026-01-30  order C             10.00  | 3         3          3 %
      2026-02-20  joins Bea with 5 %         | 3         3          5 %
    `;
    expect(play(stepUp(EVERY_VISIT, { decay: { days: 30, to: 'step_back' } }), story)).toEqual(story);
  });
});
