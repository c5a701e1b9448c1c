import { describe, expect, it } from '@jest/globals';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aProgram, levels, PROGRAM } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at, midnight } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId, programId } from '../../support/builders/ids.ts';

const asOf = at('2026-02-01');
const purchases = [aPurchase()];

describe('all standings of a customer', () => {
  it('are one for each program in force, by program id', () => {
    const [b, a] = [
      aProgram({ programId: programId('prg_b') }),
      levels('100.00 → 1 %', { programId: programId('prg_a') }),
    ];
    const ended = aProgram({ programId: programId('prg_c'), endsAt: asOf });
    const { standings } = evaluateAll([b, ended, a], facts({ purchases }), asOf);
    expect(standings.map((s) => [s.programId, s.discountBp, s.spentMinor])).toEqual([
      ['prg_a', 100, 10_000],
      ['prg_b', 500, 10_000],
    ]);
    expect(evaluateAll([], facts({ purchases }), asOf)).toEqual({ asOf, standings: [] });
  });

  it('follow the version in force, each at its own instant', () => {
    const versions = [
      aProgram(),
      aProgram({ version: 2, effectiveAt: asOf, mechanic: { kind: 'fixed', discountBp: 700 } }),
    ];
    const at = (instant: number) => evaluateAll(versions, facts(), instant).standings[0];
    expect(at(asOf - 1)).toMatchObject({ version: 1, discountBp: 500, changesAt: asOf });
    expect(at(asOf)).toMatchObject({ version: 2, discountBp: 700, changesAt: null });
  });

  it('say when a program ends', () => {
    const [standing] = evaluateAll([aProgram({ endsAt: asOf + 5 })], facts(), asOf).standings;
    expect(standing?.changesAt).toBe(asOf + 5);
    expect(evaluateAll([aProgram({ endsAt: asOf + 5 })], facts(), asOf + 5).standings).toEqual([]);
  });
});

describe('when time alone changes a standing', () => {
  const changesAt = (program: ReturnType<typeof aProgram>, more = {}) =>
    evaluateAll([program], facts({ purchases, ...more }), asOf).standings[0]?.changesAt;

  it('is the end of its window, or never', () => {
    expect(changesAt(levels('1.00 → 1 %'))).toBeNull();
    expect(changesAt(levels('1.00 → 1 %', { window: { kind: 'calendar_year' } }))).toBe(midnight('2027-01-01'));
    const byCard = {
      membership: { kind: 'card', fromMinor: 0, earlier: 'ignored' },
      window: { kind: 'card_year' },
    } as const;
    expect(changesAt(levels('1.00 → 1 %', byCard), { cards: [aHeldCard()] })).toBe(midnight('2027-01-10'));
    expect(changesAt(levels('1.00 → 1 %', byCard))).toBeNull();
  });

  it('is when the first purchase leaves a rolling window, also with a fixed discount', () => {
    const second = aPurchase({ orderId: orderId('1002'), processedAt: at('2026-01-20') });
    const both = { purchases: [second, aPurchase()] };
    const window = { kind: 'rolling_days', days: 30 } as const;
    expect(changesAt(levels('1.00 → 1 %', { window }), both)).toBe(at('2026-02-09'));
    expect(changesAt(aProgram({ window }), both)).toBe(at('2026-02-09'));
    expect(changesAt(aProgram({ window }), { purchases: [] })).toBeNull();
    expect(changesAt(levels('1.00 → 1 %', { window: { kind: 'rolling_months', months: 2 } }), both)).toBe(
      at('2026-03-10'),
    );
  });

  it('is the earlier of window and version', () => {
    const yearly = levels('1.00 → 1 %', { window: { kind: 'calendar_year' } });
    const soon = { ...yearly, version: 2, effectiveAt: asOf + 1 };
    const late = { ...yearly, version: 2, effectiveAt: at('2028-01-01') };
    const [first] = evaluateAll([yearly, soon], facts(), asOf).standings;
    const [second] = evaluateAll([yearly, late], facts(), asOf).standings;
    expect([first?.changesAt, second?.changesAt]).toEqual([asOf + 1, midnight('2027-01-01')]);
  });
});

describe('a fixed discount (rules 2.1)', () => {
  it('is given always, and counts what was bought in its window all the same', () => {
    const fixed = aProgram({ window: { kind: 'rolling_days', days: 30 } });
    const at2 = (instant: number) => evaluateAll([fixed], facts({ purchases }), instant).standings[0];
    expect(at2(asOf)).toMatchObject({ discountBp: 500, spentMinor: 10_000, level: null, next: null });
    expect(at2(at('2026-02-09'))).toMatchObject({ discountBp: 500, spentMinor: 0, windowStartsAt: null });
    expect(at2(at('2026-01-09'))).toMatchObject({ discountBp: 500, spentMinor: 0, programId: PROGRAM });
  });
});
