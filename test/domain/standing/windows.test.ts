import { describe, expect, it } from '@jest/globals';
import { levels } from '../../support/builders/a-program.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const YEAR = '1000.00 → 3 %, 3000.00 → 7 %';

describe('cumulative with reset (rules 2.3)', () => {
  it('begins anew at midnight of the new year, in the time of the shop', () => {
    const story = table`
      day                      fact     amount  | total    level  discount  missing
      2026-03-01               order A  1000.00 | 1000.00  1      3 %       2000.00
      2026-12-31 23:59:59.998  order B  1999.99 | 2999.99  1      3 %       0.01
      2026-12-31 23:59:59.999  nothing          | 2999.99  1      3 %       0.01
      2027-01-01 00:00:00.000  nothing          | 0.00     none   0 %       1000.00
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' } }), story)).toEqual(story);
    const farEast = levels(YEAR, { window: { kind: 'calendar_year' }, timeZone: 'Pacific/Auckland' });
    expect(play(farEast, story)).toEqual(story);
  });

  it('counts a purchase of the last and of the first millisecond each in its own year', () => {
    const story = table`
      day                      fact     amount  | total
      2026-12-31 23:59:59.999  order A  100.00  | 100.00
      2027-01-01 00:00:00.000  order B  200.00  | 200.00
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' } }), story)).toEqual(story);
  });

  it('holds the level of a year through the next one where that was promised, and no longer', () => {
    const story = table`
      day                      fact     amount  | total    level  discount
      2026-03-01               order A  3000.00 | 3000.00  2      7 %
      2027-01-01 00:00         nothing          | 0.00     2      7 %
      2027-06-01               order B  1000.00 | 1000.00  2      7 %
      2027-12-31 23:59:59.999  nothing          | 1000.00  2      7 %
      2028-01-01 00:00         nothing          | 0.00     1      3 %
      2029-01-01 00:00         nothing          | 0.00     none   0 %
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' }, holds: 'next_window' }), story)).toEqual(story);
  });

  it('judges the year before without the purchase of the very first millisecond after it', () => {
    const story = table`
      day                      fact     amount  | total    level
      2026-06-01               order A  2500.00 | 2500.00  1
      2027-01-01 00:00:00.000  order B   500.00 | 500.00   1
      2026-12-31 23:59:59.999  order C   500.00 | 500.00   2
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' }, holds: 'next_window' }), story)).toEqual(story);
  });

  it('lets a return of the next year take back the level that holds on, where levels follow', () => {
    const story = table`
      day         fact        amount  | total   level
      2026-12-01  order A     3000.00 | 3000.00  2
      2027-01-10  refund A-1  3000.00 | 0.00     none
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' }, holds: 'next_window' }), story)).toEqual(story);
  });

  it('keeps the level that holds on through a return where levels stay', () => {
    const story = table`
      day         fact        amount  | total    level
      2026-11-01  order A     3000.00 | 3000.00  2
      2026-12-01  refund A-1  3000.00 | 0.00     2
      2027-01-10  nothing             | 0.00     2
      2028-01-01  nothing             | 0.00     none
    `;
    const program = levels(YEAR, { window: { kind: 'calendar_year' }, holds: 'next_window', afterRefund: 'stays' });
    expect(play(program, story)).toEqual(story);
  });

  it('lets a level stay until its window ends and not beyond', () => {
    const story = table`
      day         fact        amount  | total    level
      2026-11-01  order A     1000.00 | 1000.00  1
      2026-12-01  refund A-1  1000.00 | 0.00     1
      2027-01-01  nothing             | 0.00     none
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' }, afterRefund: 'stays' }), story)).toEqual(story);
  });

  it('takes nothing from the new year when goods of the old one come back', () => {
    const story = table`
      day         fact        amount | total   purchases
      2026-12-20  order A     400.00 | 400.00  1
      2027-01-05  order B     100.00 | 100.00  1
      2027-01-06  refund A-1  400.00 | 100.00  1
    `;
    expect(play(levels(YEAR, { window: { kind: 'calendar_year' } }), story)).toEqual(story);
  });
});

describe('rolling windows (rules 1)', () => {
  it('lets a purchase go after N times 24 hours, to the millisecond', () => {
    const story = table`
      day                      fact     amount | total   discount
      2026-01-10 12:00         order A  500.00 | 500.00  1 %
      2026-02-01               order B  100.00 | 600.00  1 %
      2027-01-10 11:59:59.999  nothing         | 600.00  1 %
      2027-01-10 12:00         nothing         | 100.00  0 %
    `;
    expect(play(levels('500.00 → 1 %', { window: { kind: 'rolling_days', days: 365 } }), story)).toEqual(story);
  });

  it('counts days of 24 hours also where the clock was put forward in between', () => {
    const story = table`
      day                      fact     amount | total
      2026-03-28 12:00         order A  100.00 | 100.00
      2026-03-29 12:59:59.999  nothing         | 100.00
      2026-03-29 13:00         nothing         | 0.00
    `;
    expect(play(levels('500.00 → 1 %', { window: { kind: 'rolling_days', days: 1 } }), story)).toEqual(story);
  });

  it('lets a purchase go at the same time of day N months later, whatever the clock did', () => {
    const story = table`
      day                      fact     amount | total
      2026-01-10 12:00         order A  100.00 | 100.00
      2026-07-10 11:59:59.999  nothing         | 100.00
      2026-07-10 12:00         nothing         | 0.00
    `;
    expect(play(levels('500.00 → 1 %', { window: { kind: 'rolling_months', months: 6 } }), story)).toEqual(story);
  });

  it('keeps a purchase of a day that the month does not have to the end of its last day', () => {
    const story = table`
      day                      fact     amount | total
      2026-01-28 20:00         order A    1.00 | 1.00
      2026-01-31 09:00         order B   10.00 | 11.00
      2026-02-28 19:59:59.999  nothing         | 11.00
      2026-02-28 20:00         nothing         | 10.00
      2026-02-28 23:59:59.999  nothing         | 10.00
      2026-03-01 00:00         nothing         | 0.00
      2026-03-28 23:00         nothing         | 0.00
      2026-03-29 10:00         nothing         | 0.00
    `;
    expect(play(levels('500.00 → 1 %', { window: { kind: 'rolling_months', months: 1 } }), story)).toEqual(story);
  });

  it('takes a return into account for as long as the purchase counts', () => {
    const story = table`
      day               fact        amount   | total  items
      2026-01-10        order A     2 × 5.00 | 10.00  2
      2026-01-20        refund A-1  5.00     | 5.00   1
      2026-02-09 12:00  nothing              | 0.00   0
    `;
    expect(play(levels('500.00 → 1 %', { window: { kind: 'rolling_days', days: 30 } }), story)).toEqual(story);
  });
});

describe('lifetime (rules 1)', () => {
  it('never ends', () => {
    const story = table`
      day         fact     amount | total
      2006-01-10  order A  500.00 | 500.00
      2046-01-10  order B  300.00 | 800.00
    `;
    expect(play(levels('500.00 → 1 %'), story)).toEqual(story);
  });
});
