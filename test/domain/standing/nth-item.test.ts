import { describe, expect, it } from '@jest/globals';
import { nthItem } from '../../support/builders/a-program.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const eleventh = nthItem('10 → 10 %');

describe('the n-th item (rules 2.4)', () => {
  it('gives a tenth of what ten items came to on the eleventh, and counts anew', () => {
    const story = table`
      day         fact     amount                           | counted  used  progress  deficit  ready
      2026-01-10  order A  9 × 300.00                       | 9        0     9         0        none
      2026-01-11  order B  300.00                           | 10       0     0         0        300.00
      2026-01-12  order C  450.00 less 1 of 300.00 after 10 | 10       1     0         0        none
      2026-01-13  order D  300.00                           | 11       1     1         0        none
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('leaves a reward ready where a purchase took none, and several may wait', () => {
    const story = table`
      day         fact     amount                           | counted  used  progress  ready
      2026-01-10  order A  10 × 300.00                      | 10       0     0         300.00
      2026-01-11  order B  450.00                           | 11       0     1         300.00
      2026-01-12  order C  9 × 50.00                        | 20       0     0         300.00 + 90.00
      2026-01-13  order D  200.00 less 1 of 200.00 after 10 | 20       1     0         90.00
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('takes the reward away when one of the ten comes back before it is used: the next item is the tenth', () => {
    const story = table`
      day         fact        amount                           | counted  progress  deficit  ready
      2026-01-10  order A     10 × 300.00                      | 10       0         0        300.00
      2026-01-11  refund A-1  300.00                           | 9        9         0        none
      2026-01-12  order B     300.00                           | 10       0         0        300.00
      2026-01-13  order C     300.00 less 1 of 300.00 after 10 | 10       0         0        none
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('leaves a deficit when one of the ten comes back after it: the next reward comes after eleven more', () => {
    const story = table`
      day         fact        amount                           | counted  used  progress  deficit  ready
      2026-01-10  order A     10 × 300.00                      | 10       0     0         0        300.00
      2026-01-11  order B     300.00 less 1 of 300.00 after 10 | 10       1     0         0        none
      2026-01-12  refund A-1  300.00                           | 9        1     0         1        none
      2026-01-13  order C     10 × 300.00                      | 19       1     9         0        none
      2026-01-14  order D     300.00                           | 20       1     0         0        300.00
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('brings the reward back with the item that took it', () => {
    const story = table`
      day         fact        amount                           | counted  used  ready
      2026-01-10  order A     10 × 300.00                      | 10       0     300.00
      2026-01-11  order B     450.00 less 1 of 300.00 after 10 | 10       1     none
      2026-01-12  refund B-1  450.00                           | 10       0     300.00
    `;
    expect(play(eleventh, story)).toEqual(story);
    const cancelled = table`
      day         fact      amount                           | counted  used  ready
      2026-01-10  order A   10 × 300.00                      | 10       0     300.00
      2026-01-11  order B   450.00 less 1 of 300.00 after 10 | 10       1     none
      2026-01-12  cancel B                                   | 10       0     300.00
    `;
    expect(play(eleventh, cancelled)).toEqual(cancelled);
  });

  it('takes returned units from the end of a line, the one with the reward last', () => {
    const story = table`
      day         fact        amount                               | total    counted  used  progress  ready
      2026-01-10  order A     10 × 300.00                          | 3000.00  10       0     0         300.00
      2026-01-11  order B     3 × 400.00 less 1 of 300.00 after 10 | 3900.00  12       1     2         none
      2026-01-12  refund B-1  400.00                               | 3500.00  11       1     1         none
      2026-01-13  refund B-2  400.00                               | 3100.00  10       1     0         none
      2026-01-14  refund B-3  400.00                               | 3000.00  10       0     0         300.00
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('does not give a reward back with money alone, and takes no items with it', () => {
    const story = table`
      day         fact          amount                           | total    counted  used  ready
      2026-01-10  order A       10 × 300.00                      | 3000.00  10       0     300.00
      2026-01-11  order B       450.00 less 1 of 300.00 after 10 | 3150.00  10       1     none
      2026-01-12  goodwill B-1  50.00                            | 3100.00  10       1     none
      2026-01-13  goodwill A-1  100.00                           | 3000.00  10       1     none
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('is worth less where money was given back for the items it comes from', () => {
    const story = table`
      day         fact          amount      | counted  ready
      2026-01-10  order A       10 × 300.00 | 10       300.00
      2026-01-11  goodwill A-1  1000.00     | 10       200.00
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('lapses with the window, and a deficit with it', () => {
    const story = table`
      day         fact        amount                           | counted  used  progress  deficit  ready
      2026-06-10  order A     10 × 300.00                      | 10       0     0         0        300.00
      2026-06-11  order B     300.00 less 1 of 300.00 after 10 | 10       1     0         0        none
      2026-06-12  refund A-1  300.00                           | 9        1     0         1        none
      2027-01-01  nothing                                      | 0        0     0         0        none
      2027-01-02  order C     11 × 200.00                      | 11       0     1         0        200.00
      2028-01-01  nothing                                      | 0        0     0         0        none
      2028-01-02  refund B-1  300.00                           | 0        0     0         0        none
    `;
    expect(play(nthItem('10 → 10 %', { window: { kind: 'calendar_year' } }), story)).toEqual(story);
  });

  it('counts from the purchase that gave the card, in the year of the card', () => {
    const program = nthItem('10 → 10 %', {
      membership: { kind: 'card', fromMinor: 100_000, earlier: 'ignored' },
      window: { kind: 'card_year' },
    });
    const story = table`
      day         fact          amount     | counted  progress  ready
      2026-03-01  order A       2 × 100.00 | 0        0         none
      2026-03-10  order B       4 × 250.00 | 0        0         none
      2026-03-10  card 1 for B             | 4        4         none
      2026-03-12  order C       7 × 200.00 | 11       1         220.00
      2027-03-10  nothing                  | 0        0         none
    `;
    expect(play(program, story)).toEqual(story);
  });

  it('counts the item that took a reward as one of the next where the merchant says so', () => {
    const story = table`
      day         fact     amount                           | counted  used  progress  ready
      2026-01-10  order A  10 × 300.00                      | 10       0     0         300.00
      2026-01-11  order B  450.00 less 1 of 300.00 after 10 | 11       1     1         none
      2026-01-12  order C  9 × 100.00                       | 20       1     0         105.00
    `;
    expect(play(nthItem('10 → 10 %', { rewarded: 'counts' }), story)).toEqual(story);
  });

  it('counts an item that took a reward and counts by what was paid for it, cheapest first as every other', () => {
    const story = table`
      day         fact     amount                                | counted  used  progress  ready
      2026-01-10  order A  5 × 100.00                            | 5        0     2         150.00
      2026-01-11  order B  90.00 less 1 of 90.00 after 3 + 80.00 | 7        1     1         100.00
    `;
    expect(play(nthItem('3 → 50 %', { rewarded: 'counts' }), story)).toEqual(story);
  });

  it('counts what took the reward of another program like every other item', () => {
    const story = table`
      day         fact     amount                             | counted  used  progress
      2026-01-10  order A  2 × 300.00 less 1 of 90.00 after 3 | 2        0     2
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('counts an exchange as goods returned and goods bought, and the reward stays on what is kept', () => {
    const story = table`
      day         fact        amount                                    | counted  used  progress  deficit
      2026-01-10  order A     10 × 300.00                               | 10       0     0         0
      2026-01-11  order B     450.00 less 1 of 300.00 after 10 + 100.00 | 11       1     1         0
      2026-01-12  edit B      450.00 + 100.00 + 120.00                  | 12       1     2         0
      2026-01-12  refund B-1  100.00                                    | 11       1     1         0
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('counts nothing of an order that is cancelled before it is paid, and the reward used on it comes back', () => {
    const story = table`
      day         fact      amount                           | counted  used  ready
      2026-01-10  order A   10 × 300.00                      | 10       0     300.00
      2026-01-11  owed B    450.00 less 1 of 300.00 after 10 | 10       1     none
      2026-01-12  cancel B                                   | 10       0     300.00
    `;
    expect(play(eleventh, story, { owedCounts: true })).toEqual(story);
    const paidOnly = story.map((line) => line.replace('1     none', '0     300.00'));
    expect(play(eleventh, paidOnly)).toEqual(paidOnly);
  });

  it('takes a reward away with an order cancelled after payment, or leaves a deficit where it was used', () => {
    const story = table`
      day         fact      amount                           | counted  used  deficit  ready
      2026-01-10  order A   4 × 300.00                       | 4        0     0        none
      2026-01-11  order B   6 × 300.00                       | 10       0     0        300.00
      2026-01-12  cancel B                                   | 4        0     0        none
      2026-01-13  order C   6 × 200.00                       | 10       0     0        240.00
      2026-01-14  order D   300.00 less 1 of 240.00 after 10 | 10       1     0        none
      2026-01-15  cancel C                                   | 4        1     6        none
      2026-01-16  cancel D                                   | 4        0     0        none
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('joins what two customers counted, used and had waiting when Shopify merges them', () => {
    const story = table`
      day         fact                amount                           | counted  used  progress  ready
      2026-01-10  order A             10 × 300.00                      | 10       0     0         300.00
      2026-01-11  order B             450.00 less 1 of 300.00 after 10 | 10       1     0         none
      2026-01-12  order C             4 × 100.00                       | 14       1     4         none
      2026-01-05  order D             6 × 200.00                       | 20       1     0         220.00
      2026-01-13  joins Bea with 5 %                                   | 20       1     0         220.00
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('shows a reward that two orders used as a deficit, never as given twice in silence', () => {
    const story = table`
      day         fact     amount                           | counted  used  deficit
      2026-01-10  order A  10 × 300.00                      | 10       0     0
      2026-01-11  order B  300.00 less 1 of 300.00 after 10 | 10       1     0
      2026-01-11  order C  300.00 less 1 of 300.00 after 10 | 10       2     10
      2026-01-12  order D  10 × 300.00                      | 20       2     0
    `;
    expect(play(eleventh, story)).toEqual(story);
  });

  it('counts 80,000 units of a line as quickly as one, and lists the five oldest rewards', () => {
    const story = table`
      day         fact     amount       | counted  progress  waiting  ready
      2026-01-10  order A  80005 × 3.00 | 80005    5         8000     3.00 + 3.00 + 3.00 + 3.00 + 3.00
    `;
    expect(play(eleventh, story)).toEqual(story);
  });
});
