import { describe, expect, it } from '@jest/globals';
import { course, madeBy } from '../../../shared/domain/standing/accumulate.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { orderId } from '../../support/builders/ids.ts';

const bought = (id: string, day: string, refundedAt?: string) =>
  aPurchase({
    orderId: orderId(id),
    processedAt: at(day),
    refunds: refundedAt === undefined ? [] : [aRefund({ orderId: orderId(id), processedAt: at(refundedAt) })],
  });
const spent = (purchases: readonly ReturnType<typeof bought>[], asOf: string) => {
  const all = facts({ purchases });
  return course(madeBy(all, at(asOf)), { asOf: at(asOf), terms: all, scope: undefined }).map((has) => has.spentMinor);
};

describe('the order of purchases (rules 1)', () => {
  it('is by the day they were made, then by order number as a number, never by arrival', () => {
    const purchases = [bought('10', '2026-02-01'), bought('9', '2026-02-01'), bought('100', '2026-01-01')];
    for (const some of [purchases, purchases.toReversed()])
      expect(madeBy(facts({ purchases: some }), at('2026-03-01')).map((m) => m.purchase.orderId)).toEqual([
        '100',
        '9',
        '10',
      ]);
  });

  it('holds nothing that was not made yet, and no order that is none', () => {
    const purchases = [bought('1', '2026-02-01'), aPurchase({ state: 'owed' })];
    expect(madeBy(facts({ purchases }), at('2026-02-01') - 1)).toEqual([]);
    expect(madeBy(facts({ purchases }), at('2026-02-01'))).toHaveLength(1);
  });
});

describe('the way of an accumulation', () => {
  it('goes up with each purchase and down with each return, and knows none that is still ahead', () => {
    const purchases = [bought('1', '2026-01-01', '2026-02-01'), bought('2', '2026-01-15')];
    expect(spent(purchases, '2026-03-01')).toEqual([10_000, 20_000, 10_000]);
    expect(spent(purchases, '2026-01-31')).toEqual([10_000, 20_000]);
  });

  it('takes what happens at one instant together, in whatever order it lies', () => {
    const purchases = [bought('1', '2026-01-01', '2026-02-01'), bought('2', '2026-02-01'), bought('3', '2026-02-01')];
    const all = facts({ purchases });
    const made = madeBy(all, at('2026-03-01'));
    for (const some of [made, made.toReversed()])
      expect(
        course(some, { asOf: at('2026-03-01'), terms: all, scope: undefined }).map((has) => has.spentMinor),
      ).toEqual([10_000, 20_000]);
  });
});
