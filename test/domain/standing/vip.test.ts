import { describe, expect, it } from '@jest/globals';
import { manualLevel } from '../../../shared/domain/standing/manual-level.ts';
import { levels, PROGRAM } from '../../support/builders/a-program.ts';
import { at } from '../../support/builders/at.ts';
import { given, joined, taken } from '../../support/builders/facts.ts';
import { programId } from '../../support/builders/ids.ts';
import { play } from '../../support/story/play.ts';
import { table } from '../../support/story/table.ts';

const STEPS = '500.00 → 1 %, 800.00 → 2 %';

describe('a level given by hand (rules 2.2)', () => {
  it('counts where it is higher than the level earned, and not any more when it is taken back', () => {
    const story = table`
      day         fact     amount | total   level  discount
      2026-01-10  order A  900.00 | 900.00  2      2 %
      2026-01-11  vip 5 %         | 900.00  2      5 %
      2026-01-12  no vip          | 900.00  2      2 %
    `;
    expect(play(levels(STEPS), story)).toEqual(story);
  });

  it('is a floor: a higher level that was earned counts', () => {
    const story = table`
      day         fact        amount | discount
      2026-01-11  vip 1.5 %          | 1.5 %
      2026-01-12  order A     500.00 | 1.5 %
      2026-01-13  order B     300.00 | 2 %
      2026-01-14  refund A-1  500.00 | 1.5 %
    `;
    expect(play(levels(STEPS), story)).toEqual(story);
  });

  it('is replaced by the next one given, also by a lower one', () => {
    const story = table`
      day         fact     amount | discount
      2026-01-11  vip 5 %         | 5 %
      2026-01-12  vip 3 %         | 3 %
    `;
    expect(play(levels(STEPS), story)).toEqual(story);
  });

  it('stays the higher one when two customers are merged', () => {
    const higher = table`
      day         fact                 amount | discount
      2026-01-11  vip 3 %                     | 3 %
      2026-01-12  joins Bea with 5 %          | 5 %
      2026-01-13  joins Cyd with 4 %          | 5 %
    `;
    expect(play(levels(STEPS), higher)).toEqual(higher);
  });

  it('is not brought back by a merge told again after it was taken', () => {
    const story = table`
      day         fact                 amount | discount
      2026-01-12  joins Bea with 5 %          | 5 %
      2026-01-13  no vip                      | 0 %
      2026-01-14  joins Bea with 5 %          | 0 %
      2026-01-15  joins Cyd with 4 %          | 4 %
    `;
    expect(play(levels(STEPS), story)).toEqual(story);
  });

  it('holds from its own instant on, not a millisecond before', () => {
    const fact = given(500, { at: at('2026-01-10 12:00') });
    expect(manualLevel([fact], PROGRAM, at('2026-01-10 11:59:59.999'))).toBe(0);
    expect(manualLevel([fact], PROGRAM, at('2026-01-10 12:00'))).toBe(500);
  });

  it('is walked by the number of the journal, in whatever order the facts lie', () => {
    const facts = [joined(200, { sequence: 4 }), given(500, { sequence: 1 }), taken({ sequence: 3 })];
    expect(manualLevel(facts, PROGRAM, at('2026-01-11'))).toBe(200);
    expect(manualLevel(facts.toReversed(), PROGRAM, at('2026-01-11'))).toBe(200);
  });

  it('counts in its own program only', () => {
    expect(manualLevel([given(500)], programId('prg_another000'), at('2026-01-11'))).toBe(0);
  });
});
