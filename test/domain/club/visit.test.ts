import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthOf, visitParts } from '../../../shared/domain/club/visit.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import { aLine, anOrder, aRefund, order } from '../../app/builders.ts';

const TERMS = { owedCounts: false };
const PRAGUE = 'Europe/Prague';
const MAY = Date.UTC(2026, 4, 20);
const DAY = 86_400_000;

const bought = (change: Partial<Purchase> = {}): Purchase => ({
  orderId: order(1),
  snapshot: anOrder(1, {
    processedAt: MAY,
    lines: [aLine({ quantity: 3, amountMinor: 2700, ourDiscountMinor: 300 })],
  }),
  refunds: [],
  ...change,
});

describe('a purchase with a card of another shop of the club', () => {
  it('is told in its month, with the goods and what our discount gave on them', () => {
    expect(visitParts(bought(), TERMS, PRAGUE)).toEqual([
      { month: '2026-05', purchases: 1, amountMinor: 2700, discountMinor: 300 },
    ]);
  });

  it('tells a return in the month of the return, and leaves the month of the purchase as it was', () => {
    const back = aRefund(1, 1, { processedAt: MAY + 30 * DAY });
    expect(visitParts(bought({ refunds: [back] }), TERMS, PRAGUE)).toEqual([
      { month: '2026-05', purchases: 1, amountMinor: 2700, discountMinor: 300 },
      { month: '2026-06', purchases: 0, amountMinor: -900, discountMinor: -100 },
    ]);
  });

  it('takes the purchase away with the last of its goods', () => {
    const back = aRefund(1, 1, { processedAt: MAY + DAY, lines: [{ lineId: aLine().lineId, quantity: 3 }] });
    expect(visitParts(bought({ refunds: [back] }), TERMS, PRAGUE)).toEqual([
      { month: '2026-05', purchases: 0, amountMinor: 0, discountMinor: 0 },
    ]);
  });

  it('belongs to the month of the shop’s own clock', () => {
    const justBefore = Date.UTC(2026, 4, 31, 21, 59);
    expect([monthOf(justBefore, PRAGUE), monthOf(justBefore + 60_000, PRAGUE)]).toEqual(['2026-05', '2026-06']);
  });

  it('is nothing before it is paid', () => {
    const owed = bought({ snapshot: anOrder(1, { processedAt: MAY, state: 'owed' }) });
    expect(visitParts(owed, TERMS, PRAGUE)).toEqual([
      { month: '2026-05', purchases: 0, amountMinor: 0, discountMinor: 0 },
    ]);
  });

  it('adds up to what is left of it, whatever came back when, in whatever order it was told', () => {
    const refund = fc.record({
      days: fc.integer({ min: -3, max: 400 }),
      quantity: fc.integer({ min: 0, max: 3 }),
      goodwill: fc.constantFrom(0, 0, 50),
    });
    const amounts = fc.record({ paid: fc.integer({ min: 0, max: 9999 }), ours: fc.integer({ min: 0, max: 999 }) });
    fc.assert(
      fc.property(fc.array(refund, { maxLength: 4 }), amounts, (returns, { paid, ours }) => {
        const lines = [aLine({ quantity: 4, amountMinor: paid, ourDiscountMinor: ours })];
        const refunds = returns.map(({ days, quantity, goodwill }, i) =>
          aRefund(1, i + 1, {
            processedAt: MAY + days * DAY,
            lines: [{ lineId: aLine().lineId, quantity }],
            goodwillMinor: goodwill,
          }),
        );
        const whole = bought({ snapshot: anOrder(1, { processedAt: MAY, lines }), refunds });
        const parts = visitParts(whole, TERMS, PRAGUE);
        const net = netPurchase(whole, MAY + 500 * DAY, TERMS);
        expect(parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(net?.amountMinor);
        expect(parts.reduce((sum, { purchases }) => sum + purchases, 0)).toBe(net?.counts ? 1 : 0);
        expect(visitParts({ ...whole, refunds: [...refunds].reverse() }, TERMS, PRAGUE)).toEqual(parts);
      }),
      { seed: 69, numRuns: 10_000 },
    );
  });
});
