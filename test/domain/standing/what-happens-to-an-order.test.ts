import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { levels } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const STEPS = '500.00 → 1 %, 800.00 → 2 %';
const follows = levels(STEPS);
const stays = levels(STEPS, { afterRefund: 'stays' });

describe('what happens to an order (rules 5)', () => {
  it('adds what was paid', () => {
    const story = table`
      day         fact     amount             | total   items  purchases  discount
      2026-01-10  order A  2 × 200.00 + 99.99 | 499.99  3      1          0 %
      2026-01-11  order B  0.01               | 500.00  4      2          1 %
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('takes away a line that comes back', () => {
    const story = table`
      day         fact        amount             | total   items  discount
      2026-01-10  order A     2 × 200.00 + 100.00 | 500.00  3      1 %
      2026-01-12  refund A-1  200.00             | 300.00  2      0 %
      2026-01-13  refund A-2  200.00 + 100.00    | 0.00    0      0 %
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('takes away everything of an order that comes back whole', () => {
    const story = table`
      day         fact        amount         | total   items  purchases  discount
      2026-01-10  order A     500.00         | 500.00  1      1          1 %
      2026-01-11  order B     2 × 150.00     | 800.00  3      2          2 %
      2026-01-12  refund B-1  2 × 150.00     | 500.00  1      1          1 %
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('takes the amount of a money-only refund and no items', () => {
    const story = table`
      day         fact          amount | total   items  purchases  discount
      2026-01-10  order A       500.00 | 500.00  1      1          1 %
      2026-01-12  goodwill A-1   20.00 | 480.00  1      1          0 %
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('takes no more than what is left when more money is paid back, and nothing twice', () => {
    const story = table`
      day         fact          amount          | total   items  purchases
      2026-01-10  order A       100.00 + 200.00 | 300.00  2      1
      2026-01-11  order B       50.00           | 350.00  3      2
      2026-01-12  refund A-1    200.00          | 150.00  2      2
      2026-01-13  goodwill A-2  120.00          | 50.00   2      1
      2026-01-14  refund A-3    100.00          | 50.00   1      1
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('counts nothing of an order that is cancelled before it is paid', () => {
    const story = table`
      day         fact      amount | total  purchases
      2026-01-10  owed A    500.00 | 0.00   0
      2026-01-12  cancel A         | 0.00   0
    `;
    expect(play(stays, story)).toEqual(story);
  });

  it('treats an order that is cancelled after payment as one that came back whole', () => {
    const story = table`
      day         fact      amount | total   purchases  discount
      2026-01-10  order A   500.00 | 500.00  1          1 %
      2026-01-12  cancel A         | 0.00    0          0 %
    `;
    expect(play(follows, story)).toEqual(story);
    const kept = table`
      day         fact      amount | total   purchases  discount
      2026-01-10  order A   500.00 | 500.00  1          1 %
      2026-01-12  cancel A         | 0.00    0          1 %
    `;
    expect(play(stays, kept)).toEqual(kept);
  });

  it('counts an order when it is paid, on the day it was made', () => {
    const story = table`
      day         fact     amount | total
      2026-12-30  owed A   500.00 | 0.00
      2026-12-31  order B  100.00 | 100.00
      2027-01-05  pay A           | 0.00
    `;
    expect(play(levels(STEPS, { window: { kind: 'calendar_year' } }), story)).toEqual(story);
    const lifelong = story.map((line) => line.replace(/^(2027.*\|).*/, '$1 600.00'));
    expect(play(follows, lifelong)).toEqual(lifelong);
  });

  it('counts what is still owed where the merchant takes that for bought', () => {
    const story = table`
      day         fact      amount | total
      2026-01-10  owed A    500.00 | 500.00
      2026-01-11  pay A            | 500.00
      2026-01-12  owed B    100.00 | 600.00
      2026-01-13  cancel B         | 500.00
    `;
    expect(play(follows, story, { owedCounts: true })).toEqual(story);
  });

  it('counts no test orders and none that were deleted', () => {
    const story = table`
      day         fact      amount | total
      2026-01-10  test A    500.00 | 0.00
      2026-01-11  order B   300.00 | 300.00
      2026-01-12  delete B         | 0.00
      2026-01-11  old B            | 0.00
    `;
    expect(play(stays, story)).toEqual(story);
  });

  it('sees an edited order as its newest snapshot has it', () => {
    const story = table`
      day         fact        amount              | total   items
      2026-01-10  order A     3 × 100.00          | 300.00  3
      2026-01-11  edit A      2 × 100.00 + 250.00 | 450.00  3
      2026-01-10  old A                           | 450.00  3
      2026-01-12  refund A-1  100.00              | 350.00  2
      2026-01-13  edit A      250.00              | 250.00  1
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('takes a unit that an edit removed and that is refunded as well only once', () => {
    const story = table`
      day         fact        amount | total   items
      2026-01-10  order A     100.00 | 100.00  1
      2026-01-11  order B     100.00 | 200.00  2
      2026-01-12  edit A      0.00   | 100.00  2
      2026-01-12  refund A-1  100.00 | 100.00  2
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('counts an exchange as goods returned and goods bought', () => {
    const story = table`
      day         fact        amount          | total   items  discount
      2026-01-10  order A     300.00 + 250.00 | 550.00  2      1 %
      2026-01-12  edit A      300.00 + 250.00 + 190.00 | 740.00  3      1 %
      2026-01-12  refund A-1  250.00          | 490.00  2      0 %
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('makes no difference of what is told twice, early or late', () => {
    const story = table`
      day         fact        amount     | total   items
      2026-01-12  refund A-1  100.00     | 0.00    0
      2026-01-11  edit A      2 × 100.00 | 100.00  1
      2026-01-10  old A                  | 100.00  1
      2026-01-12  refund A-1  100.00     | 100.00  1
      2026-01-10  order A     3 × 100.00 | 100.00  1
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('joins the histories of two customers that Shopify merged, and the higher level given by hand stays', () => {
    const story = table`
      day         fact                amount | total   purchases  discount
      2026-01-10  order A             300.00 | 300.00  1          0 %
      2026-01-11  vip 1.5 %                  | 300.00  1          1.5 %
      2026-01-05  order B             550.00 | 850.00  2          2 %
      2026-01-06  refund B-1          550.00 | 300.00  1          1.5 %
      2026-01-12  joins Bea with 5 %         | 300.00  1          5 %
    `;
    expect(play(follows, story)).toEqual(story);
  });

  it('counts a refund that the clock of another machine dates before its order', () => {
    const story = table`
      day                  fact        amount | total   discount
      2026-01-10 12:00:05  order A     500.00 | 500.00  1 %
      2026-01-10 12:00:01  refund A-1  500.00 | 0.00    0 %
    `;
    expect(play(stays, story)).toEqual(story);
  });

  it('does not know yet what is dated later', () => {
    const purchases = [
      aPurchase({ processedAt: at('2026-02-01'), cancelledAt: at('2026-03-01') }),
      aPurchase({ orderId: orderId('1002'), processedAt: at('2026-04-01') }),
    ];
    const spent = (day: string) => evaluate(follows, facts({ purchases }), at(day)).spentMinor;
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-04-01'].map(spent)).toEqual([
      0, 10_000, 10_000, 0, 10_000,
    ]);
    expect(evaluate(follows, facts({ purchases }), at('2026-02-01') - 1).spentMinor).toBe(0);
    expect(evaluate(follows, facts({ purchases }), at('2026-03-01') - 1).spentMinor).toBe(10_000);
  });
});
