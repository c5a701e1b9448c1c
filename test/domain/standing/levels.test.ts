import { describe, expect, it } from '@jest/globals';
import { levels } from '../../support/builders/a-program.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

describe('levels', () => {
  it('takes a level back when a refund drops the total below its threshold', () => {
    const story = table`
      day         fact        amount | total   discount
      2026-01-10  order A     300.00 | 300.00  0 %
      2026-01-20  order B     199.99 | 499.99  0 %
      2026-02-01  order C       0.01 | 500.00  1 %
      2026-02-09  order D     300.00 | 800.00  2 %
      2026-02-20  refund D-1  300.00 | 500.00  1 %
      2026-02-20  refund D-1  300.00 | 500.00  1 %
    `;
    expect(play(levels('500.00 → 1 %, 800.00 → 2 %'), story)).toEqual(story);
  });
});
