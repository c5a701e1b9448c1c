import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hardlyReached, overlaps } from '../../../shared/domain/program/check-reach.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { Level, Levels, Window } from '../../../shared/domain/program/program.ts';
import { readDraft } from '../../../shared/domain/program/read-draft.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aDraft, aDraftLevel, inSteps } from '../../support/builders/a-draft.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, levels, stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';
import { runs } from '../../support/runs.ts';
import { same } from '../../support/same.ts';

const faultsOf = (said: Partial<ProgramDraft>): readonly string[] => {
  const read = readDraft(aDraft(said), { currency: 'EUR', timeZone: 'Europe/Berlin' });
  return read.ok ? [] : read.error.faults.map(({ path, code }) => `${path} ${code}`);
};

const atPurchase = (fromPurchases: string, percent = '1') => aDraftLevel({ fromSpent: '', fromPurchases, percent });

/** So much spent in so many purchases, of which all but the first are of the smallest coin. */
function bought(spentMinor: number, purchases: number) {
  return Array.from({ length: purchases }, (_, i) =>
    aPurchase({
      orderId: orderId(String(i + 1)),
      processedAt: at('2026-01-10') + i,
      lines: [aLine({ amountMinor: i === 0 ? spentMinor - purchases + 1 : 1 })],
    }),
  );
}

const measure = (values: readonly number[]) => fc.constantFrom(null, ...values);
const someLevels = fc
  .array(fc.tuple(measure([1_000, 2_000, 3_000]), measure([1, 2, 3, 4])), { minLength: 1, maxLength: 3 })
  .map((some) =>
    some
      .filter(([spent, purchases]) => spent !== null || purchases !== null)
      .map(
        ([fromSpentMinor, fromPurchases], i): Level => ({
          name: '',
          fromSpentMinor,
          fromPurchases,
          discountBp: 100 * (i + 1),
        }),
      ),
  );

describe('steps that overlap', () => {
  it('are those of which nobody ever has the lower one, and no others', () => {
    fc.assert(
      fc.property(someLevels, fc.constantFrom<Levels['reachedBy']>('any', 'all'), (some, reachedBy) => {
        const mechanic: Levels = { kind: 'levels', levels: some, reachedBy, afterRefund: 'follows', holds: 'window' };
        const program = aProgram({ mechanic });
        const had = new Set<number | null>();
        for (const spentMinor of [999, 1_000, 2_000, 3_000])
          for (const purchases of [1, 2, 3, 4]) {
            const known = facts({ purchases: bought(spentMinor, purchases) });
            had.add(evaluate(program, known, at('2026-02-01')).level);
          }
        const never = some.flatMap((_, i) => (had.has(i) ? [] : [`levels.${i}.fromSpent`]));
        same(
          overlaps(mechanic).map(({ path }) => path),
          never,
        );
      }),
      runs(591, 2_000),
    );
  });

  it('are refused beside the field, whatever else they ask for', () => {
    const either = [
      aDraftLevel({ fromSpent: '', fromPurchases: '3' }),
      aDraftLevel({ fromSpent: '800.00', fromPurchases: '3', percent: '2' }),
    ];
    expect(faultsOf({ levels: either })).toEqual(['levels.0.fromSpent level_never_seen']);
    expect(faultsOf({ levels: either, reachedBy: 'all' })).toEqual([]);
  });
});

describe('what would be reset before it can be reached', () => {
  it('is refused where nobody could make so many purchases, with one every minute of the window', () => {
    const day = { window: 'rolling_days', windowLength: '1' } as const;
    expect(faultsOf({ ...day, levels: [atPurchase('1440')] })).toEqual([]);
    expect(faultsOf({ ...day, levels: [atPurchase('1441')] })).toEqual(['levels.0.fromPurchases reset_before_reached']);
    const months = { window: 'rolling_months', windowLength: '1' } as const;
    expect(faultsOf({ ...months, levels: [atPurchase('100000')] })).toEqual([
      'levels.0.fromPurchases reset_before_reached',
    ]);
    expect(faultsOf({ levels: [atPurchase('100000')] })).toEqual([]);
    const bySpend = [aDraftLevel({ fromPurchases: '1441' })];
    expect(faultsOf({ ...day, levels: bySpend })).toEqual([]);
    expect(faultsOf({ ...day, levels: bySpend, reachedBy: 'all' })).toEqual([
      'levels.0.fromPurchases reset_before_reached',
    ]);
  });

  it('is warned of where somebody who buys once a day never gets there', () => {
    const warned = (window: Window, purchases: number) =>
      hardlyReached(levels(`${purchases} purchases → 1 %`, { window })).map(({ code }) => code);
    expect(warned({ kind: 'rolling_days', days: 30 }, 30)).toEqual([]);
    expect(warned({ kind: 'rolling_days', days: 30 }, 31)).toEqual(['hardly_reached']);
    expect(warned({ kind: 'calendar_year' }, 366)).toEqual([]);
    expect(warned({ kind: 'calendar_year' }, 367)).toEqual(['hardly_reached']);
    expect(warned({ kind: 'lifetime' }, 100_000)).toEqual([]);
    expect(hardlyReached(stepUp('0 %, 0.01 %, 10 %', { window: { kind: 'calendar_year' } }))).toMatchObject([
      { path: 'capPercent', code: 'hardly_reached', facts: { purchases: 1000, days: 366 } },
    ]);
  });

  it('is warned of where a pause of one day takes each step back from who buys once a day', () => {
    const paused = (days: number) => hardlyReached(stepUp('0 %, 1 %, 10 %', { decay: { days, to: 'step_back' } }));
    expect([paused(1), paused(2)]).toMatchObject([[{ path: 'decayDays', code: 'pause_of_a_day' }], []]);
    const program = stepUp('0 %, 1 %, 10 %', { decay: { days: 1, to: 'step_back' } });
    const daily = bought(100, 9).map((purchase, i) =>
      aPurchase({ ...purchase.snapshot, processedAt: at('2026-01-10') + i * 86_400_000 }),
    );
    const last = at('2026-01-10') + 8 * 86_400_000;
    expect(evaluate(program, facts({ purchases: daily }), last).position).toBe(1);
    expect(faultsOf(inSteps({ decay: 'step_back', decayDays: '1' }))).toEqual([]);
  });
});
