import { describe, expect, it } from '@jest/globals';
import { aHeldCard } from '../../support/builders/a-card.ts';
import { aProgram, levels, PROGRAM, stepUp } from '../../support/builders/a-program.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { given, joined } from '../../support/builders/facts.ts';
import { orderId, programId } from '../../support/builders/ids.ts';

import { bought, explain } from './bought.ts';

const REGULARS = levels('500.00 → 1 %, 800.00 → 2 %');

describe('why an order got the discount it got', () => {
  it('names the level, and the purchases behind it newest first, when it was reached the same day', () => {
    const purchases = [
      bought('1', '2026-03-01', 30_000),
      bought('2', '2026-03-09 10:00', 20_000),
      bought('3', '2026-03-09 15:00', 30_000, 300),
      bought('4', '2026-03-10', 99_900),
    ];
    const { best, verdict, fromMinor, toMinor, takenMinor, programs, causes } = explain([REGULARS], purchases, '3');
    expect(best).toEqual({ programId: PROGRAM, discountBp: 100 });
    expect({ verdict, fromMinor, toMinor, takenMinor, causes }).toEqual({
      verdict: 'as_promised',
      fromMinor: 300,
      toMinor: 300,
      takenMinor: 300,
      causes: [],
    });
    expect(programs[0]).toMatchObject({
      version: { version: 1, name: 'Regulars', effectiveAt: 0 },
      standing: { spentMinor: 50_000, purchases: 2, level: 0 },
      basis: { kind: 'level', level: 0, reached: 'now' },
      behind: { more: 0 },
    });
    expect(programs[0]?.behind.purchases).toEqual([
      { orderId: '2', name: '#2', at: at('2026-03-09 10:00'), netMinor: 20_000 },
      { orderId: '1', name: '#1', at: at('2026-03-01'), netMinor: 30_000 },
    ]);
  });

  it('never counts the order itself, however large', () => {
    const { best, verdict, programs } = explain([REGULARS], [bought('1', '2026-03-01', 100_000)], '1');
    expect([best, verdict]).toEqual([null, 'nothing_owed']);
    expect(programs[0]).toMatchObject({ basis: { kind: 'nothing' }, standing: { spentMinor: 0, purchases: 0 } });
  });

  it('takes two orders of one instant by their numbers', () => {
    const purchases = [bought('10', '2026-03-01', 50_000), bought('9', '2026-03-01', 50_000)];
    expect(explain([REGULARS], purchases, '9').best).toBe(null);
    expect(explain([REGULARS], purchases, '10').programs[0]?.behind.purchases).toMatchObject([{ orderId: '9' }]);
  });

  it('says the same as before when something comes back after the order, and counts what came back by then', () => {
    const back = (day: string) => [aRefund({ orderId: orderId('1'), processedAt: at(day) })];
    const explained = (day: string) =>
      explain(
        [REGULARS],
        [bought('1', '2026-03-01', 50_000, 0, { refunds: back(day) }), bought('2', '2026-03-10', 10_000, 100)],
        '2',
      );
    expect(explained('2026-03-20')).toMatchObject({ verdict: 'as_promised', best: { discountBp: 100 } });
    expect(explained('2026-03-05')).toMatchObject({ verdict: 'unowed', best: null, takenMinor: 100 });
    expect(explained('2026-03-05').programs[0]?.behind.purchases).toEqual([]);
  });

  it('goes by the version that was in force, when the program changed between two orders', () => {
    const changed = { ...levels('100.00 → 5 %'), version: 2, effectiveAt: at('2026-03-05') };
    const purchases = [
      bought('1', '2026-03-01', 50_000),
      bought('2', '2026-03-02', 10_000, 100),
      bought('3', '2026-03-08', 10_000, 500),
    ];
    const told = ['2', '3'].map((id) => explain([REGULARS, changed], purchases, id));
    expect(told.map(({ programs }) => programs[0]?.version.version)).toEqual([1, 2]);
    expect(told.map(({ best, verdict }) => [best?.discountBp, verdict])).toEqual([
      [100, 'as_promised'],
      [500, 'as_promised'],
    ]);
  });

  it('says that a hand gave it, from the moment it did, and only while it is more than was earned', () => {
    const purchases = [
      bought('1', '2026-03-01', 50_000),
      bought('2', '2026-03-02', 10_000, 100),
      bought('3', '2026-03-08', 10_000, 500),
    ];
    const basis = (bp: number, id: string) =>
      explain([REGULARS], purchases, id, { manual: [given(bp, { at: at('2026-03-05') })] }).programs[0]?.basis.kind;
    expect([basis(500, '2'), basis(500, '3'), basis(50, '3')]).toEqual(['level', 'by_hand', 'level']);
  });

  it('names the position after a pause took steps back', () => {
    const everyVisit = stepUp('0 %, 1 %, 10 %', { decay: { days: 30, to: 'step_back' } });
    const purchases = [
      bought('1', '2026-01-01', 10_000),
      bought('2', '2026-01-02', 10_000, 100),
      bought('3', '2026-01-03', 10_000, 200),
      bought('4', '2026-02-05', 10_000, 200),
    ];
    expect(explain([everyVisit], purchases, '4')).toMatchObject({
      verdict: 'as_promised',
      best: { discountBp: 200 },
      programs: [{ basis: { kind: 'steps', position: 2 }, standing: { purchases: 3 } }],
    });
  });

  it('joins the histories of merged customers, also what a hand gave one of them', () => {
    const purchases = [bought('1', '2026-03-01', 50_000), bought('2', '2026-03-10', 10_000)];
    const manual = [joined(500, { at: at('2026-03-12') })];
    const told = explain([REGULARS], purchases, '2', { manual });
    expect(told).toMatchObject({ verdict: 'less', best: { discountBp: 100 }, fromMinor: 100, takenMinor: 0 });
    expect(told.causes).toEqual(['unknown_at_checkout', 'floor', 'standing_on_its_way', 'told_later']);
  });

  it('says that nothing was promised because the card came after the order, and since when there is one', () => {
    const cardProgram = { ...REGULARS, membership: { kind: 'card', fromMinor: 0, earlier: 'count' } } as const;
    const cards = [aHeldCard({ issuedAt: at('2026-03-20'), issuedBy: orderId('2') })];
    const purchases = [bought('1', '2026-03-01', 50_000), bought('2', '2026-03-10', 10_000)];
    const told = explain([cardProgram], purchases, '2', { cards });
    expect(told).toMatchObject({ verdict: 'nothing_owed', best: null });
    expect(told.programs[0]?.basis).toEqual({ kind: 'no_card', cardSince: at('2026-03-20') });
    expect(explain([cardProgram], purchases, '2').programs[0]?.basis).toEqual({ kind: 'no_card', cardSince: null });
  });

  it('says that a level stayed after a return, or holds on from the year before, with that year’s purchases', () => {
    const stays = levels('500.00 → 1 %', { afterRefund: 'stays' });
    const refunds = [aRefund({ orderId: orderId('1'), processedAt: at('2026-03-05') })];
    const back = [bought('1', '2026-03-01', 50_000, 0, { refunds }), bought('2', '2026-03-10', 10_000, 100)];
    expect(explain([stays], back, '2').programs[0]?.basis).toMatchObject({ kind: 'level', reached: 'stayed' });
    const holds = levels('500.00 → 1 %', { holds: 'next_window', window: { kind: 'calendar_year' } });
    const years = [
      bought('1', '2025-12-01', 50_000),
      bought('2', '2026-01-10', 10_000, 100),
      bought('3', '2026-01-20', 10_000, 100),
    ];
    expect(explain([holds], years, '3').programs[0]).toMatchObject({
      basis: { kind: 'level', reached: 'window_before' },
      behind: { purchases: [{ orderId: '1' }], more: 0 },
    });
  });

  it('lets the better of two programs count, never both', () => {
    const fixed = aProgram({ programId: programId('prg_9999999999'), name: 'Always' });
    const purchases = [bought('1', '2026-03-01', 50_000), bought('2', '2026-03-10', 10_000, 500)];
    const told = explain([REGULARS, fixed], purchases, '2');
    expect(told.best).toEqual({ programId: fixed.programId, discountBp: 500 });
    expect(told.programs.map(({ basis, behind }) => [basis.kind, behind.purchases.length])).toEqual([
      ['level', 1],
      ['fixed', 0],
    ]);
    expect(told.verdict).toBe('as_promised');
  });

  it('names ten purchases, and counts the rest', () => {
    const many = Array.from({ length: 13 }, (_, i) => bought(String(i + 1), `2026-03-0${(i % 9) + 1}`, 10_000));
    const { behind } = explain([REGULARS], [...many, bought('99', '2026-04-01', 100)], '99').programs[0] ?? {};
    expect([behind?.purchases.length, behind?.more]).toEqual([10, 3]);
  });
});
