import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { holdsOf, type Scope } from '../../../shared/domain/program/scope.ts';
import type { OrderLine, Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { dueCards } from '../../../shared/domain/standing/due-card.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { levels, nthItem, PROGRAM, stepUp } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId, productId, refundId } from '../../support/builders/ids.ts';
import { receive } from '../../support/story/delivery.ts';
import { asOfs, histories, programs } from '../laws/histories.ts';

const [OIL, WINE] = [productId('81'), productId('82')];
const oilOnly: Scope = { kind: 'products', products: [OIL], excluded: [] };
const noWine: Scope = { kind: 'all', excluded: [WINE] };
const LATER = at('2026-06-01');

const oil = (amountMinor: number, said: Partial<OrderLine> = {}) =>
  aLine({ lineId: lineId('1'), productId: OIL, amountMinor, ...said });
const wine = (amountMinor: number, said: Partial<OrderLine> = {}) =>
  aLine({ lineId: lineId('2'), productId: WINE, amountMinor, ...said });
const order = (id: string, day: string, lines: readonly OrderLine[], refunds: Purchase['refunds'] = []) =>
  aPurchase({ orderId: orderId(id), processedAt: at(day), lines, refunds });
const standing = (program: ProgramVersion, purchases: readonly Purchase[]) =>
  evaluate(program, facts({ purchases }), LATER);

describe('a program of some goods only (rules 1)', () => {
  it('counts of each order what is in its scope: amounts, items and purchases', () => {
    const purchases = [
      order('1', '2026-01-01', [oil(30_000), wine(40_000)]),
      order('2', '2026-02-01', [wine(90_000, { quantity: 3 })]),
      order('3', '2026-03-01', [oil(20_000, { quantity: 2 })]),
    ];
    for (const scope of [oilOnly, noWine]) {
      const program = levels('500.00 → 1 %, 800.00 → 2 %', { scope });
      expect(standing(program, purchases)).toMatchObject({ spentMinor: 50_000, purchases: 2, items: 3, level: 0 });
    }
  });

  it('lets a level stay that its own goods reached, and no other goods', () => {
    const back = aRefund({ orderId: orderId('1'), lines: [{ lineId: lineId('1'), quantity: 1 }] });
    const purchases = [
      order('1', '2026-01-01', [oil(50_000)], [{ ...back, processedAt: at('2026-03-01') }]),
      order('2', '2026-02-01', [wine(60_000)]),
    ];
    const program = levels('500.00 → 1 %, 800.00 → 2 %', { scope: oilOnly, afterRefund: 'stays' });
    expect(standing(program, purchases)).toMatchObject({ spentMinor: 0, level: 0 });
  });

  it('takes a step with its own goods alone', () => {
    const steps = stepUp('0 %, 1 %, 10 %', { scope: noWine });
    const purchases = [order('1', '2026-01-01', [oil(1000)]), order('2', '2026-02-01', [wine(1000)])];
    expect(standing(steps, purchases)).toMatchObject({ position: 1, discountBp: 100 });
  });

  it('counts its own items towards a reward, and is worth what they cost', () => {
    const program = nthItem('3 → 10 %', { scope: oilOnly });
    const purchases = [order('1', '2026-01-01', [oil(30_000, { quantity: 3 }), wine(90_000, { quantity: 9 })])];
    expect(standing(program, purchases).rewards).toMatchObject({ counted: 3, ready: 1, worthMinor: 3_000 });
  });

  it('loses nothing when other goods come back, and of goodwill only its own share', () => {
    const program = levels('500.00 → 1 %', { scope: oilOnly });
    const wineBack = aRefund({ orderId: orderId('1'), lines: [{ lineId: lineId('2'), quantity: 1 }] });
    const goodwill = aRefund({ refundId: refundId('9'), orderId: orderId('1'), lines: [], goodwillMinor: 10_000 });
    const lines = [oil(50_000), wine(50_000)];
    const spent = (refunds: Purchase['refunds']) =>
      standing(program, [order('1', '2026-01-01', lines, refunds)]).spentMinor;
    expect([spent([wineBack]), spent([goodwill])]).toEqual([50_000, 45_000]);
  });

  it('hands its card over at a purchase of enough of its goods', () => {
    const membership = { kind: 'card', fromMinor: 50_000, earlier: 'ignored' } as const;
    const due = (lines: readonly OrderLine[], fromMinor = 50_000) =>
      dueCards(
        [levels('500.00 → 1 %', { scope: oilOnly, membership: { ...membership, fromMinor } })],
        facts({ purchases: [order('1', '2026-01-01', lines)] }),
        LATER,
      );
    expect(due([oil(40_000), wine(90_000)])).toEqual([]);
    expect(due([oil(50_000), wine(1)])).toEqual([PROGRAM]);
    expect([due([wine(90_000)], 0), due([oil(1)], 0)]).toEqual([[], [PROGRAM]]);
  });

  it('judges as if nobody had ever bought the other goods', () => {
    const scopes = fc.constantFrom<Scope>(oilOnly, noWine, {
      kind: 'products',
      products: [OIL, WINE],
      excluded: [WINE],
    });
    const goods = fc.array(fc.constantFrom(OIL, WINE, null), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(histories, programs, asOfs, scopes, goods, (deliveries, program, asOf, scope, sold) => {
        const all = asSold(deliveries.reduce(receive, facts()), sold);
        const scoped = evaluate({ ...program, scope }, all, asOf);
        const wanted = evaluate(program, without(all, scope), asOf);
        if (JSON.stringify(scoped) !== JSON.stringify(wanted)) expect(scoped).toEqual(wanted);
      }),
      { seed: 551, numRuns: 10_000 },
    );
  });
});

/** The same facts, with every line some goods; without goodwill, which lies on all lines of an order together. */
function asSold(all: Facts, sold: readonly (typeof OIL | null)[]): Facts {
  const purchases = all.purchases.map((purchase): Purchase => {
    const { snapshot, refunds } = purchase;
    const lines = snapshot?.lines.map((line, i) => ({ ...line, productId: sold[i] ?? null })) ?? [];
    const plain = refunds.map((refund) => ({ ...refund, goodwillMinor: 0 }));
    return { ...purchase, refunds: plain, snapshot: snapshot === null ? null : { ...snapshot, lines } };
  });
  return { ...all, purchases };
}

function without(all: Facts, scope: Scope): Facts {
  const holds = holdsOf(scope);
  const purchases = all.purchases.map((purchase): Purchase => {
    const { snapshot } = purchase;
    if (snapshot === null) return purchase;
    return { ...purchase, snapshot: { ...snapshot, lines: snapshot.lines.filter((line) => holds(line.productId)) } };
  });
  return { ...all, purchases };
}
