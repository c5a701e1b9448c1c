import { describe, expect, it } from '@jest/globals';
import type { OrderLine } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram, nthItem, PROGRAM } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { at } from '../../support/builders/at.ts';
import { lineId, orderId, programId } from '../../support/builders/ids.ts';

import { explain } from './bought.ts';

describe('why an item was rewarded (rules 2.4)', () => {
  const eleventh = nthItem('10 → 10 %');
  const items = (id: string, day: string, quantity: number, priceMinor: number, said: Partial<OrderLine> = {}) => {
    const amountMinor = quantity * priceMinor - (said.ourDiscountMinor ?? 0);
    const line = aLine({ quantity, priceMinor, amountMinor, ...said });
    return aPurchase({ orderId: orderId(id), processedAt: at(day), lines: [line] });
  };
  const rewarded = { ourDiscountMinor: 30_000, reward: { after: 10, count: 1, givenMinor: 30_000 } };

  it('says that a reward of ten items was ready, and what it gave', () => {
    const purchases = [items('1', '2026-01-10', 10, 30_000), items('2', '2026-01-12', 1, 45_000, rewarded)];
    expect(explain([eleventh], purchases, '2')).toMatchObject({
      verdict: 'as_promised',
      best: null,
      counted: [PROGRAM],
      fromMinor: 30_000,
      lines: [{ programId: PROGRAM, rewards: 1, takenMinor: 30_000 }],
      programs: [{ basis: { kind: 'items' }, standing: { rewards: { ready: 1 } }, behind: { purchases: [{}] } }],
    });
  });

  it('looks into the basket itself: the tenth item rewards another one of the same order', () => {
    const lines = [5000, 8000, 20_000].map((priceMinor, i) => {
      const ourDiscountMinor = i === 2 ? 9500 : 0;
      return aLine({
        ...{ lineId: lineId(String(i)), priceMinor, ourDiscountMinor },
        amountMinor: priceMinor - ourDiscountMinor,
      });
    });
    const basket = aPurchase({ orderId: orderId('2'), processedAt: at('2026-01-12'), lines });
    const told = explain([eleventh], [items('1', '2026-01-10', 9, 10_000), basket], '2');
    expect(told.lines.map(({ fromMinor, rewards }) => [fromMinor, rewards])).toEqual([
      [0, 0],
      [0, 0],
      [9500, 1],
    ]);
    expect(told.verdict).toBe('as_promised');
  });

  it('says less where a reward was ready and not taken, and that it was not owed where none was', () => {
    const ready = [items('1', '2026-01-10', 10, 30_000), items('2', '2026-01-12', 1, 45_000)];
    expect(explain([eleventh], ready, '2')).toMatchObject({ verdict: 'less', fromMinor: 30_000, takenMinor: 0 });
    const early = [items('1', '2026-01-10', 9, 30_000), items('2', '2026-01-12', 1, 45_000, rewarded)];
    expect(explain([eleventh], early, '2')).toMatchObject({ verdict: 'unowed', counted: [], fromMinor: 0 });
  });

  it('counts on each line the better of a reward and a percentage', () => {
    const five = aProgram({ programId: programId('prg_9999999999') });
    const lines = [
      aLine({ lineId: lineId('1'), priceMinor: 40_000 }),
      aLine({ lineId: lineId('2'), priceMinor: 10_000 }),
    ];
    const basket = aPurchase({ orderId: orderId('2'), processedAt: at('2026-01-12'), lines });
    const told = explain([eleventh, five], [items('1', '2026-01-10', 10, 30_000), basket], '2');
    expect(told.lines.map(({ programId: by }) => by)).toEqual([PROGRAM, five.programId]);
    expect(told.lines.map(({ toMinor }) => toMinor)).toEqual([30_000, 500]);
  });
});
