import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Levels, ProgramVersion } from '../../../shared/domain/program/program.ts';
import { promisesOf } from '../../../shared/domain/program/promises.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, levels, stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';

const says = (version: ProgramVersion) => promisesOf(version).map((promised) => promised.says);
const DAY_MS = 86_400_000;

/** What the next purchase gets after `count` purchases of together `spentMinor`, one a day. */
function discountAfter(version: ProgramVersion, spentMinor: number, count: number): number {
  const first = Math.max(0, spentMinor - (count - 1));
  const purchases = Array.from({ length: count }, (_, i) =>
    aPurchase({
      orderId: orderId(String(i + 1)),
      processedAt: at('2026-02-01') + i * DAY_MS,
      lines: [aLine({ amountMinor: i === 0 ? first : 1 })],
    }),
  );
  return evaluate(version, facts({ purchases }), at('2026-06-01')).discountBp;
}

/** Levels that rise in every measure they ask for. */
const risingLevels: fc.Arbitrary<Levels> = fc
  .record({
    reachedBy: fc.constantFrom('any', 'all'),
    asks: fc.constantFrom('spent', 'purchases', 'both'),
    rises: fc.array(fc.tuple(fc.integer({ min: 100, max: 99_999 }), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ reachedBy, asks, rises }) => {
    let [spent, count] = [0, 0];
    const steps = rises.map(([more, later], i) => {
      spent += more;
      count += later;
      const fromSpentMinor = asks === 'purchases' ? null : spent;
      const fromPurchases = asks === 'spent' ? null : count;
      return { name: '', fromSpentMinor, fromPurchases, discountBp: (i + 1) * 100 };
    });
    return { kind: 'levels', levels: steps, reachedBy, afterRefund: 'follows', holds: 'window' };
  });

const card = (fromMinor: number, earlier: 'ignored' | 'count' = 'ignored') =>
  ({ kind: 'card', fromMinor, earlier }) as const;

describe('what a program promises', () => {
  it('tells who takes part before what they get', () => {
    expect(says(aProgram())).toEqual(['everyone', 'always']);
    expect(says(aProgram({ membership: card(0) }))).toEqual(['card_for_all', 'always']);
    expect(says(aProgram({ endsAt: at('2027-01-01') }))).toEqual(['everyone', 'always', 'ends']);
    expect(says(levels('500.00 → 1 %', { membership: card(50_000, 'count') }))).toEqual([
      'card_from',
      'earlier_count',
      'level',
      'window',
      'from_next_purchase',
      'level_follows',
    ]);
  });

  it('tells what a return does, and what holds on after the year', () => {
    const yearly = levels('500.00 → 1 %', {
      window: { kind: 'calendar_year' },
      afterRefund: 'stays',
      holds: 'next_window',
    });
    expect(says(yearly).slice(-2)).toEqual(['level_stays', 'level_holds_next']);
  });

  it('gives exactly what it says: a step more with every purchase, up to the cap, and a step back for a pause', () => {
    const version = stepUp('1 %, 2 %, 6 %', { decay: { days: 60, to: 'step_back' } });
    expect(says(version)).toEqual(['everyone', 'step_up', 'step_back', 'window', 'returned_does_not_count']);
    // Between the last of them and the day that is asked for lies one pause of 60 days, and not two.
    const given = [1, 2, 3, 4].map((count) => discountAfter(version, count, count));
    expect(given).toEqual([100, 300, 500, 600]);
  });

  it('gives exactly what it says: a level at its threshold, and less a cent or a purchase before it', () => {
    const kept = fc.property(risingLevels, (mechanic) => {
      const version = aProgram({ mechanic });
      for (const promised of promisesOf(version)) {
        if (promised.says !== 'level') continue;
        const { discountBp, fromSpentMinor, fromPurchases } = promised.level;
        const [spent, count] = [fromSpentMinor ?? 1, fromPurchases ?? 1];
        expect(discountAfter(version, Math.max(spent, count), count)).toBeGreaterThanOrEqual(discountBp);
        const isOneEnough = promised.reachedBy === 'any' && fromSpentMinor !== null && fromPurchases !== null;
        if (isOneEnough) expect(discountAfter(version, spent, 1)).toBeGreaterThanOrEqual(discountBp);
        const [before, fewer] = [fromSpentMinor === null ? spent : spent - 1, fromPurchases === null ? 1 : count - 1];
        expect(discountAfter(version, before, fewer)).toBeLessThan(discountBp);
      }
    });
    fc.assert(kept, { seed: 77, numRuns: 500 });
  });
});
