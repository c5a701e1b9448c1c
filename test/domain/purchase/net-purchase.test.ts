import { describe, expect, it } from '@jest/globals';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import type { Refund } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aGoodwill, aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { lineId, productId, refundId } from '../../support/builders/ids.ts';

const later = at('2026-12-01');
const terms = { owedCounts: false };
const first = lineId('1');
const second = lineId('2');

/** What is left of the lines, as `items × amount`. */
function left(lines: Parameters<typeof aLine>[0][], refunds: readonly Refund[], asOf = later): string[] {
  const net = netPurchase(aPurchase({ lines: lines.map(aLine), refunds }), asOf, terms);
  return (net?.lines ?? []).map(({ items, amountMinor }) => `${items} for ${amountMinor}`);
}

const back = (id: string, line: typeof first, quantity: number, processedAt = at('2026-02-10')) =>
  aRefund({ refundId: refundId(id), lines: [{ lineId: line, quantity }], processedAt });

describe('what is left of a purchase (rules 1)', () => {
  it('spreads the amount of a line over its units, the cent that is over to the first', () => {
    const line = { quantity: 3, amountMinor: 1000 };
    expect(left([line], [])).toEqual(['3 for 1000']);
    expect(left([line], [back('1', first, 1)])).toEqual(['2 for 667']);
    expect(left([line], [back('1', first, 2)])).toEqual(['1 for 334']);
    expect(left([line], [back('1', first, 3)])).toEqual(['0 for 0']);
  });

  it('takes the same for units that come back one by one as for all at once', () => {
    const line = { quantity: 7, amountMinor: 1003 };
    const oneByOne = [1, 2, 3, 4].map((i) => back(String(i), first, 1));
    expect(left([line], oneByOne)).toEqual(left([line], [back('1', first, 4)]));
  });

  it('takes the value the units had, whatever was paid back for them', () => {
    expect(left([{ quantity: 2, amountMinor: 9000 }], [back('1', first, 1)])).toEqual(['1 for 4500']);
  });

  it('spreads money without goods over the remaining lines by value, the cent that is over to the first', () => {
    const lines = [
      { lineId: first, amountMinor: 10_000 },
      { lineId: second, amountMinor: 10_000 },
    ];
    expect(left(lines, [aGoodwill(101)])).toEqual(['1 for 9949', '1 for 9950']);
    expect(left([{ ...lines[0], amountMinor: 30_000 }, { ...lines[1] }], [aGoodwill(2000)])).toEqual([
      '1 for 28500',
      '1 for 9500',
    ]);
  });

  it('spreads it over what was left at its own instant', () => {
    const lines = [
      { lineId: first, amountMinor: 10_000 },
      { lineId: second, amountMinor: 10_000 },
    ];
    const goodwill = aGoodwill(1000, { refundId: refundId('9'), processedAt: at('2026-02-15') });
    expect(left(lines, [goodwill, back('1', second, 1, at('2026-02-10'))])).toEqual(['1 for 9000', '0 for 0']);
    expect(left(lines, [goodwill, back('1', second, 1, at('2026-02-20'))])).toEqual(['1 for 9500', '0 for 0']);
  });

  it('takes of two refunds at one instant the lower number first', () => {
    const lines = [
      { lineId: first, amountMinor: 10_000 },
      { lineId: second, amountMinor: 10_000 },
    ];
    const goodwill = (id: string) => aGoodwill(1000, { refundId: refundId(id) });
    for (const order of [1, -1]) {
      const refunds = [back('99', second, 1), goodwill('100')];
      expect(
        left(
          lines,
          refunds.sort(() => order),
        ),
      ).toEqual(['1 for 9000', '0 for 0']);
      const other = [back('99', second, 1), goodwill('98')];
      expect(
        left(
          lines,
          other.sort(() => order),
        ),
      ).toEqual(['1 for 9500', '0 for 0']);
    }
  });

  it('takes goods before money where one refund brings both', () => {
    const lines = [
      { lineId: first, amountMinor: 10_000 },
      { lineId: second, amountMinor: 10_000 },
    ];
    const refund = aRefund({ lines: [{ lineId: second, quantity: 1 }], goodwillMinor: 1000 });
    expect(left(lines, [refund])).toEqual(['1 for 9000', '0 for 0']);
  });

  it('never goes below nothing', () => {
    expect(left([{ amountMinor: 500 }], [aGoodwill(501)])).toEqual(['1 for 0']);
    expect(left([{ quantity: 2, amountMinor: 500 }], [back('1', first, 3)])).toEqual(['0 for 0']);
    expect(left([{ quantity: 2, removedQuantity: 3, amountMinor: 500 }], [])).toEqual(['0 for 0']);
    expect(left([{ quantity: 1, amountMinor: 500 }], [back('1', first, 1), aGoodwill(10)])).toEqual(['0 for 0']);
  });

  it('leaves a line of no units out of everything', () => {
    expect(left([{ quantity: 0, amountMinor: 0 }, { lineId: second }], [back('1', first, 1)])).toEqual([
      '0 for 0',
      '1 for 10000',
    ]);
    expect(left([{ quantity: 0, amountMinor: 500 }], [])).toEqual(['0 for 0']);
  });

  it('takes units that an edit removed from the end, as if they had never been bought', () => {
    expect(left([{ quantity: 3, removedQuantity: 1, amountMinor: 1000 }], [])).toEqual(['2 for 667']);
    expect(left([{ quantity: 3, removedQuantity: 1, amountMinor: 1000 }], [back('1', first, 1)])).toEqual([
      '1 for 334',
    ]);
  });

  it('counts no gift card that was bought, and takes nothing when it comes back', () => {
    const lines = [{ isGiftCard: true, amountMinor: 5000 }, { lineId: second }];
    expect(left(lines, [])).toEqual(['1 for 10000']);
    expect(left(lines, [back('1', first, 1)])).toEqual(['1 for 10000']);
  });

  it('waits with a refund for the line it names', () => {
    expect(left([{ lineId: first }], [back('1', lineId('77'), 1)])).toEqual(['1 for 10000']);
  });

  it('counts a return from its own instant on', () => {
    const refunds = [back('1', first, 1, at('2026-02-10'))];
    expect(left([{}], refunds, at('2026-02-10') - 1)).toEqual(['1 for 10000']);
    expect(left([{}], refunds, at('2026-02-10'))).toEqual(['0 for 0']);
  });

  it('knows which product is left', () => {
    const purchase = aPurchase({ lines: [aLine({ productId: productId('7') })] });
    expect(netPurchase(purchase, later, terms)?.lines).toEqual([
      { lineId: first, productId: '7', items: 1, amountMinor: 10_000 },
    ]);
  });

  it('counts as a purchase while one item with a price is left', () => {
    const counts = (refunds: readonly Refund[], lines = [aLine()]) =>
      netPurchase(aPurchase({ lines, refunds }), later, terms)?.counts;
    const present = aLine({ lineId: second, amountMinor: 0 });
    expect(counts([])).toBe(true);
    expect(counts([back('1', first, 1)])).toBe(false);
    expect(counts([aGoodwill(9999)])).toBe(true);
    expect(counts([aGoodwill(10_000)])).toBe(false);
    expect(counts([back('1', first, 1)], [aLine(), present])).toBe(false);
    expect(counts([], [present])).toBe(false);
  });

  it('is no purchase before it was made, as a test, while only refunds are known, or unpaid', () => {
    expect(netPurchase(aPurchase(), at('2026-01-10') - 1, terms)).toBeNull();
    expect(netPurchase(aPurchase(), at('2026-01-10'), terms)).not.toBeNull();
    expect(netPurchase(aPurchase({ isTest: true }), later, terms)).toBeNull();
    expect(netPurchase({ ...aPurchase(), snapshot: null }, later, terms)).toBeNull();
    for (const state of ['owed', 'cancelled', 'deleted'] as const)
      expect(netPurchase(aPurchase({ state }), later, terms)).toBeNull();
    expect(netPurchase(aPurchase({ state: 'owed' }), later, { owedCounts: true })).not.toBeNull();
    expect(netPurchase(aPurchase({ state: 'cancelled' }), later, { owedCounts: true })).toBeNull();
  });
});
