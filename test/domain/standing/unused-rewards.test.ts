import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { nthItem } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const DAY_MS = 86_400_000;
const ofDays = nthItem('2 → 50 %', { unused: { days: 30 } });
const forGood = nthItem('2 → 50 %', { unused: 'never', window: { kind: 'calendar_year' } });

describe('rewards that nobody uses (rules 1, window; decision 0066)', () => {
  it('lapse so many days after the purchase that earned them, each for itself', () => {
    const story = table`
      day         fact     amount      | counted  progress  ready
      2026-01-10  order A  2 × 100.00  | 2        0         100.00
      2026-01-20  order B  2 × 200.00  | 4        0         100.00 + 200.00
      2026-02-08  nothing              | 4        0         100.00 + 200.00
      2026-02-09  nothing              | 4        0         200.00
      2026-02-18  order C  50.00       | 5        1         200.00
      2026-02-20  nothing              | 5        1         none
      2026-02-21  order D  50.00       | 6        0         50.00
    `;
    expect(play(ofDays, story)).toEqual(story);
  });

  it('lapse at the very instant, and the standing says when time alone changes it', () => {
    const bought = at('2026-01-10');
    const told = facts({
      purchases: [aPurchase({ processedAt: bought, lines: [aLine({ amountMinor: 200, quantity: 2 })] })],
    });
    const lapsesAt = bought + 30 * DAY_MS;
    const before = evaluate(ofDays, told, lapsesAt - 1);
    expect(before).toMatchObject({ rewards: { ready: 1, readyMinor: [100], lapsesAt }, changesAt: lapsesAt });
    const after = evaluate(ofDays, told, lapsesAt);
    expect(after).toMatchObject({ rewards: { ready: 0, readyMinor: [], counted: 2, deficit: 0 }, changesAt: null });
    expect(after.rewards).not.toHaveProperty('lapsesAt');
  });

  it('are used the oldest first, and one that had lapsed is owed to the next items', () => {
    const story = table`
      day         fact     amount                         | counted  used  progress  deficit  ready
      2026-01-10  order A  2 × 100.00                     | 2        0     0         0        100.00
      2026-01-20  order B  2 × 200.00                     | 4        0     0         0        100.00 + 200.00
      2026-02-01  order C  300.00 less 1 of 100.00 after 2 | 4        1     0         0        200.00
      2026-03-01  order D  300.00 less 1 of 200.00 after 2 | 4        2     0         2        none
      2026-03-02  order E  3 × 10.00                      | 7        2     1         0        none
      2026-03-03  order F  10.00                          | 8        2     0         0        10.00
    `;
    expect(play(ofDays, story)).toEqual(story);
  });

  it('come from a later purchase, and lapse later, where something of the first comes back', () => {
    const story = table`
      day         fact        amount     | counted  progress  ready
      2026-01-10  order A     2 × 100.00 | 2        0         100.00
      2026-01-20  order B     60.00      | 3        1         100.00
      2026-02-01  refund A-1  100.00     | 2        0         80.00
      2026-02-10  nothing                | 2        0         80.00
      2026-02-20  nothing                | 2        0         none
    `;
    expect(play(ofDays, story)).toEqual(story);
  });

  it('outlive their window, while what is begun and what is missing end with it', () => {
    const story = table`
      day         fact        amount                           | counted  used  progress  deficit  ready
      2026-11-10  order A     3 × 100.00                       | 3        0     1         0        100.00
      2027-01-01  nothing                                      | 0        0     0         0        100.00
      2027-01-02  order B     80.00                            | 1        0     1         0        100.00
      2027-01-03  order C     150.00 less 1 of 100.00 after 2  | 1        1     1         0        none
      2027-01-04  refund A-1  2 × 100.00                       | 1        1     0         1        none
      2027-01-05  order D     90.00                            | 2        1     0         0        none
      2028-01-01  nothing                                      | 0        0     0         0        none
    `;
    expect(play(forGood, story)).toEqual(story);
  });
});
