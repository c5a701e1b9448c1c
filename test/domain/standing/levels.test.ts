import { describe, expect, it } from '@jest/globals';
import { levels } from '../../support/builders/a-program.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const STEPS = '500.00 → 1 %, 800.00 → 2 %';

describe('levels (rules 2.2)', () => {
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
    expect(play(levels(STEPS), story)).toEqual(story);
  });

  it('leaves a level that was reached where the merchant promised that it stays', () => {
    const story = table`
      day         fact        amount | total   discount  level  missing
      2026-01-10  order A     300.00 | 300.00  0 %       none   200.00
      2026-01-20  order B     199.99 | 499.99  0 %       none   0.01
      2026-02-01  order C       0.01 | 500.00  1 %       1      300.00
      2026-02-09  order D     300.00 | 800.00  2 %       2      nothing
      2026-02-20  refund D-1  300.00 | 500.00  2 %       2      nothing
      2026-03-01  refund A-1  300.00 | 200.00  2 %       2      nothing
    `;
    expect(play(levels(STEPS, { afterRefund: 'stays' }), story)).toEqual(story);
  });

  it('skips a level when one purchase reaches the next one', () => {
    const story = table`
      day         fact        amount | discount  level  missing
      2026-01-10  order A     799.99 | 1 %       1      0.01
      2026-01-11  order B       0.01 | 2 %       2      nothing
    `;
    expect(play(levels(STEPS), story)).toEqual(story);
  });

  it('counts purchases of which something with a price is left', () => {
    const story = table`
      day         fact        amount         | purchases  items  discount
      2026-01-10  order A     10.00          | 1          1      0 %
      2026-01-11  order B     0.00           | 1          2      0 %
      2026-01-12  order C     2 × 5.00       | 2          4      0 %
      2026-01-13  order D     5.00           | 3          5      1 %
      2026-01-14  refund C-1  5.00           | 3          4      1 %
      2026-01-15  refund C-2  5.00           | 2          3      0 %
      2026-01-16  order E     0.01           | 3          4      1 %
    `;
    expect(play(levels('3 purchases → 1 %'), story)).toEqual(story);
  });

  it('reaches a level by spend or by purchases, whichever comes first', () => {
    const story = table`
      day         fact        amount | total   purchases  discount
      2026-01-10  order A     499.99 | 499.99  1          0 %
      2026-01-11  order B       0.01 | 500.00  2          1 %
      2026-01-12  refund A-1  499.99 | 0.01    1          0 %
      2026-01-13  order C       1.00 | 1.01    2          0 %
      2026-01-14  order D       1.00 | 2.01    3          1 %
    `;
    expect(play(levels('500.00 or 3 purchases → 1 %'), story)).toEqual(story);
  });

  it('asks for spend and purchases together where the merchant wants both', () => {
    const story = table`
      day         fact        amount | total   purchases  discount
      2026-01-10  order A     600.00 | 600.00  1          0 %
      2026-01-11  order B       1.00 | 601.00  2          0 %
      2026-01-12  order C       1.00 | 602.00  3          1 %
      2026-01-13  refund A-1  600.00 | 2.00    2          0 %
    `;
    expect(play(levels('500.00 and 3 purchases → 1 %'), story)).toEqual(story);
  });

  it('asks a level that names only one measure for that one alone', () => {
    const story = table`
      day         fact        amount | discount
      2026-01-10  order A     100.00 | 1 %
      2026-01-11  order B     400.00 | 1 %
      2026-01-12  order C       1.00 | 2 %
    `;
    expect(play(levels('100.00 → 1 %, 500.00 and 3 purchases → 2 %'), story)).toEqual(story);
  });

  it('judges in the order in which things happened, not in which they were told', () => {
    const story = table`
      day         fact        amount | total   discount
      2026-01-10  order A     400.00 | 400.00  0 %
      2026-02-10  refund A-1  400.00 | 0.00    0 %
      2026-03-10  order B     400.00 | 400.00  0 %
      2026-01-15  order C     100.00 | 500.00  1 %
      2026-03-11  refund B-1  400.00 | 100.00  1 %
    `;
    expect(play(levels(STEPS, { afterRefund: 'stays' }), story)).toEqual(story);
  });

  it('gives no level for two purchases when the first had come back before the second was made', () => {
    const story = table`
      day         fact        amount | total   discount
      2026-01-10  order A     400.00 | 400.00  0 %
      2026-02-10  refund A-1  400.00 | 0.00    0 %
      2026-03-10  order B     400.00 | 400.00  0 %
    `;
    expect(play(levels(STEPS, { afterRefund: 'stays' }), story)).toEqual(story);
  });

  it('takes what happens at one instant together: an exchange does not reach a level in passing', () => {
    const story = table`
      day                  fact        amount | total   discount
      2026-01-10           order A     400.00 | 400.00  0 %
      2026-02-10 10:00     order B     450.00 | 850.00  2 %
      2026-02-10 10:00     refund A-1  400.00 | 450.00  0 %
    `;
    expect(play(levels(STEPS, { afterRefund: 'stays' }), story)).toEqual(story);
  });

  it('gives the discount of a level for the next purchase, so the first one brings none for itself', () => {
    const story = table`
      day                      fact     amount | discount
      2026-01-10 11:59:59.999  nothing         | 0 %
      2026-01-10 12:00         order A  900.00 | 2 %
    `;
    expect(play(levels(STEPS), story)).toEqual(story);
  });
});
