import { describe, expect, it } from '@jest/globals';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at, midnight } from '../../support/builders/at.ts';
import { facts, given } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const EVERY_VISIT = '0 %, 1 %, 10 %';
const monthlyStep = { days: 30, to: 'step_back' } as const;
const monthlyStart = { days: 30, to: 'start' } as const;

describe('a step with every purchase (rules 2.5)', () => {
  it('charges the first purchase at 0 %, the fourth at 3 % and the fifteenth at 10 %', () => {
    const story = table`
      day                fact     amount | position  discount
      2026-01-01 09:00   nothing         | 0         0 %
      2026-01-01         order A  10.00  | 1         1 %
      2026-01-02         order B  10.00  | 2         2 %
      2026-01-03         order C  10.00  | 3         3 %
      2026-01-04         order D  10.00  | 4         4 %
      2026-01-05         order E  10.00  | 5         5 %
      2026-01-06         order F  10.00  | 6         6 %
      2026-01-07         order G  10.00  | 7         7 %
      2026-01-08         order H  10.00  | 8         8 %
      2026-01-09         order I  10.00  | 9         9 %
      2026-01-10         order J  10.00  | 10        10 %
      2026-01-11         order K  10.00  | 11        10 %
      2026-01-12         order L  10.00  | 12        10 %
      2026-01-13         order M  10.00  | 13        10 %
      2026-01-14         order N  10.00  | 14        10 %
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });

  it('makes the next purchase the third again when the third came back in full', () => {
    const story = table`
      day         fact        amount    | position  purchases  discount
      2026-01-01  order A     10.00     | 1         1          1 %
      2026-01-02  order B     10.00     | 2         2          2 %
      2026-01-03  order C     2 × 10.00 | 3         3          3 %
      2026-01-04  refund C-1  10.00     | 3         3          3 %
      2026-01-05  refund C-2  10.00     | 2         2          2 %
      2026-01-06  order D     10.00     | 3         3          3 %
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });

  it('counts no purchase of which nothing with a price is left, and gives back the step of a cancelled one', () => {
    const story = table`
      day         fact        amount        | position  discount
      2026-01-01  order A     0.00          | 0         0 %
      2026-01-02  order B     0.00 + 10.00  | 1         1 %
      2026-01-03  test C      10.00         | 1         1 %
      2026-01-04  order D     10.00         | 2         2 %
      2026-01-05  cancel D                  | 1         1 %
      2026-01-06  refund B-1  10.00         | 0         0 %
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });

  it('begins at the start that was promised, and cuts the last step to the cap', () => {
    const story = table`
      day         fact        amount | position  discount
      2026-01-01  nothing            | 0         2.5 %
      2026-01-02  order A     10.00  | 1         5.5 %
      2026-01-03  order B     10.00  | 2         7 %
      2026-01-04  order C     10.00  | 3         7 %
    `;
    expect(play(stepUp('2.5 %, 3 %, 7 %'), story)).toEqual(story);
  });

  it('goes by the order in which things were bought, not in which they were told', () => {
    const story = table`
      day         fact        amount | position
      2026-03-10  order A     10.00  | 1
      2026-01-15  order B     10.00  | 2
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
    const pause = table`
      day         fact        amount | position
      2026-03-10  order A     10.00  | 1
      2026-01-15  order B     10.00  | 1
      2026-02-12  order C     10.00  | 3
    `;
    expect(play(stepUp(EVERY_VISIT, { decay: monthlyStep }), pause)).toEqual(pause);
  });

  it('gives nothing to somebody without a card, and counts the purchase that gave it as the first', () => {
    const story = table`
      day         fact          amount | position  purchases  discount
      2026-01-01  order A       10.00  | 0         0          0 %
      2026-01-02  order B       10.00  | 0         0          0 %
      2026-01-02  card 1 for B         | 1         1          1 %
      2026-01-03  order C       10.00  | 2         2          2 %
    `;
    const membership = { kind: 'card', fromMinor: 0, earlier: 'ignored' } as const;
    expect(play(stepUp(EVERY_VISIT, { membership }), story)).toEqual(story);
  });

  it('takes what was given by hand as a floor, under which steps go on', () => {
    const story = table`
      day         fact        amount | position  discount
      2026-01-01  order A     10.00  | 1         1 %
      2026-01-02  vip 3 %            | 1         3 %
      2026-01-03  order B     10.00  | 2         3 %
      2026-01-04  order C     10.00  | 3         3 %
      2026-01-05  order D     10.00  | 4         4 %
      2026-01-06  no vip             | 4         4 %
    `;
    expect(play(stepUp(EVERY_VISIT), story)).toEqual(story);
  });
});

describe('the window of steps (rules 1)', () => {
  it('begins at the start again at midnight of the new year, in the time of the shop', () => {
    const story = table`
      day                      fact     amount | position  discount
      2026-12-30               order A  10.00  | 1         1 %
      2026-12-31 23:59:59.999  order B  10.00  | 2         2 %
      2027-01-01 00:00:00.000  nothing         | 0         0 %
      2027-01-01 00:00:00.001  order C  10.00  | 1         1 %
    `;
    expect(play(stepUp(EVERY_VISIT, { window: { kind: 'calendar_year' } }), story)).toEqual(story);
  });

  it('begins at the start again on the anniversary of the card', () => {
    const story = table`
      day                      fact          amount | position
      2026-03-10               order A       10.00  | 0
      2026-03-10               card 1 for A         | 1
      2027-03-09 23:59:59.999  order B       10.00  | 2
      2027-03-10 00:00:00.000  nothing              | 0
    `;
    const membership = { kind: 'card', fromMinor: 0, earlier: 'ignored' } as const;
    expect(play(stepUp(EVERY_VISIT, { membership, window: { kind: 'card_year' } }), story)).toEqual(story);
  });
});

describe('a pause that takes a step back (rules 2.5)', () => {
  it('takes one for each full 30 times 24 hours, to the millisecond, and none below the start', () => {
    const story = table`
      day                      fact     amount | position  discount
      2026-01-01 12:00         order A  10.00  | 1         1 %
      2026-01-02 12:00         order B  10.00  | 2         2 %
      2026-01-03 12:00         order C  10.00  | 3         3 %
      2026-02-02 11:59:59.999  nothing         | 3         3 %
      2026-02-02 12:00:00.000  nothing         | 2         2 %
      2026-03-04 11:59:59.999  nothing         | 2         2 %
      2026-03-04 12:00:00.000  nothing         | 1         1 %
      2026-04-03 12:59:59.999  nothing         | 1         1 %
      2026-04-03 13:00:00.000  nothing         | 0         0 %
      2026-09-03               nothing         | 0         0 %
    `;
    expect(play(stepUp(EVERY_VISIT, { decay: monthlyStep }), story)).toEqual(story);
  });

  it('lets the next purchase go on from where the pause left it', () => {
    const story = table`
      day                      fact     amount | position
      2026-01-01 12:00         order A  10.00  | 1
      2026-01-02 12:00         order B  10.00  | 2
      2026-01-03 12:00         order C  10.00  | 3
      2026-03-04 12:00         order D  10.00  | 2
      2026-04-03 12:59:59.999  order E  10.00  | 3
      2026-05-03 12:59:59.999  order F  10.00  | 3
      2027-05-03               order G  10.00  | 1
    `;
    expect(play(stepUp(EVERY_VISIT, { decay: monthlyStep }), story)).toEqual(story);
  });

  it('takes steps beyond the cap first, because the cap cuts the percentage and not the steps', () => {
    const story = table`
      day         fact     amount | position  discount
      2026-01-01  order A  10.00  | 1         1 %
      2026-01-02  order B  10.00  | 2         2 %
      2026-01-03  order C  10.00  | 3         2 %
      2026-02-03  nothing         | 2         2 %
      2026-03-05  nothing         | 1         1 %
    `;
    expect(play(stepUp('0 %, 1 %, 2 %', { decay: monthlyStep }), story)).toEqual(story);
  });

  it('makes one pause of two when the purchase between them came back', () => {
    const story = table`
      day         fact        amount | position
      2026-01-01  order A     10.00  | 1
      2026-01-02  order B     10.00  | 2
      2026-01-22  order C     10.00  | 3
      2026-02-11  order D     10.00  | 4
      2026-02-12  refund C-1  10.00  | 2
    `;
    expect(play(stepUp(EVERY_VISIT, { decay: monthlyStep }), story)).toEqual(story);
  });

  it('asks no pause of two purchases at one instant', () => {
    const story = table`
      day               fact     amount | position
      2026-01-01 12:00  order A  10.00  | 1
      2026-01-01 12:00  order B  10.00  | 2
    `;
    expect(play(stepUp(EVERY_VISIT, { decay: { days: 1, to: 'step_back' } }), story)).toEqual(story);
  });

  it('does not ask what was before the window', () => {
    const story = table`
      day               fact     amount | position
      2026-01-10 12:00  order A  10.00  | 1
      2027-01-02 12:00  order B  10.00  | 1
      2027-01-03 12:00  order C  10.00  | 2
    `;
    const program = stepUp(EVERY_VISIT, { decay: monthlyStep, window: { kind: 'calendar_year' } });
    expect(play(program, story)).toEqual(story);
  });
});

describe('a pause that leads back to the start (rules 2.5)', () => {
  it('does so after 30 times 24 hours, to the millisecond, and the next purchase begins anew', () => {
    const story = table`
      day                      fact     amount | position  discount
      2026-01-01 12:00         order A  10.00  | 1         6 %
      2026-01-02 12:00         order B  10.00  | 2         7 %
      2026-01-03 12:00         order C  10.00  | 3         8 %
      2026-02-02 11:59:59.999  nothing         | 3         8 %
      2026-02-02 12:00:00.000  nothing         | 0         5 %
      2026-02-03               order D  10.00  | 1         6 %
      2026-03-05               order E  10.00  | 1         6 %
    `;
    expect(play(stepUp('5 %, 1 %, 20 %', { decay: monthlyStart }), story)).toEqual(story);
  });
});

describe('when time alone takes a step', () => {
  const bought = ['2026-01-10', '2026-01-11'].map((day, i) =>
    aPurchase({ orderId: orderId(String(i + 1)), processedAt: at(day) }),
  );
  const changesAt = (program: ReturnType<typeof stepUp>, asOf: string, more = {}) =>
    evaluateAll([program], facts({ purchases: bought, ...more }), at(asOf)).standings[0]?.changesAt;

  it('is known: after each pause the next one, and never once there is no step left', () => {
    const program = stepUp(EVERY_VISIT, { decay: monthlyStep });
    expect(changesAt(program, '2026-01-11')).toBe(at('2026-02-10'));
    expect(changesAt(program, '2026-02-10 11:59:59.999')).toBe(at('2026-02-10'));
    expect(changesAt(program, '2026-02-10')).toBe(at('2026-03-12'));
    expect(changesAt(program, '2026-03-12')).toBeNull();
    expect(changesAt(program, '2026-01-11', { purchases: [] })).toBeNull();
    expect(changesAt(stepUp(EVERY_VISIT, { decay: monthlyStart }), '2026-01-11')).toBe(at('2026-02-10'));
    expect(changesAt(stepUp(EVERY_VISIT, { decay: monthlyStart }), '2026-02-10')).toBeNull();
    expect(changesAt(stepUp(EVERY_VISIT), '2026-01-11')).toBeNull();
  });

  it('is the end of the window where that comes first', () => {
    const yearly = (days: number) =>
      stepUp(EVERY_VISIT, { decay: { days, to: 'step_back' }, window: { kind: 'calendar_year' } });
    expect(changesAt(yearly(30), '2026-01-11')).toBe(at('2026-02-10'));
    expect(changesAt(yearly(400), '2026-01-11')).toBe(midnight('2027-01-01'));
    expect(changesAt(stepUp(EVERY_VISIT, { window: { kind: 'calendar_year' } }), '2026-01-11')).toBe(
      midnight('2027-01-01'),
    );
  });

  it('is nothing to somebody who takes no part, and no matter to what was given by hand', () => {
    const membership = { kind: 'card', fromMinor: 0, earlier: 'count' } as const;
    const program = stepUp(EVERY_VISIT, { decay: monthlyStep, membership });
    expect(changesAt(program, '2026-01-11')).toBeNull();
    const cards = [aHeldCard({ issuedAt: at('2026-01-10'), issuedBy: null })];
    expect(changesAt(program, '2026-01-11', { cards, manual: [given(900)] })).toBe(at('2026-02-10'));
  });
});
