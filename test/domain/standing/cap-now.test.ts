import { describe, expect, it } from '@jest/globals';
import type { Caps } from '../../../shared/domain/program/program.ts';
import { evaluate } from '../../../shared/domain/standing/evaluate.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aProgram } from '../../support/builders/a-program.ts';
import { aPurchase } from '../../support/builders/a-purchase.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { at, midnight } from '../../support/builders/at.ts';
import { facts } from '../../support/builders/facts.ts';
import { lineId, orderId } from '../../support/builders/ids.ts';

const under = (caps: Caps) => aProgram({ caps });
const monthly = under({ orderMinor: null, monthMinor: 5_000 });

/** An order of two items of 100.00 each that got so much off together. */
const got = (id: string, when: string, ourDiscountMinor: number, more: Partial<ReturnType<typeof aPurchase>> = {}) => ({
  ...aPurchase({
    orderId: orderId(id),
    processedAt: at(when),
    lines: [aLine({ quantity: 2, amountMinor: 20_000 - ourDiscountMinor, ourDiscountMinor })],
  }),
  ...more,
});
const left = (program: ReturnType<typeof under>, purchases: readonly ReturnType<typeof got>[], when: string) =>
  evaluate(program, facts({ purchases }), at(when));

describe('what the next purchase gets at most', () => {
  it('is the cap of an order, or nothing is said of any', () => {
    expect(
      left(under({ orderMinor: 2_000, monthMinor: null }), [got('1', '2026-03-02', 900)], '2026-03-03'),
    ).toMatchObject({
      capMinor: 2_000,
      changesAt: null,
    });
    expect(evaluate(aProgram(), facts(), at('2026-03-03')).capMinor).toBeUndefined();
  });

  it('is what the month has left, up to the cap of an order', () => {
    const bought = [got('1', '2026-02-28', 4_000), got('2', '2026-03-02', 1_500), got('3', '2026-03-03', 1_000)];
    expect(left(monthly, bought, '2026-03-04')).toMatchObject({ capMinor: 2_500, changesAt: midnight('2026-04-01') });
    expect(left(under({ orderMinor: 2_000, monthMinor: 5_000 }), bought, '2026-03-04').capMinor).toBe(2_000);
  });

  it('begins anew with the month of the shop, to the instant', () => {
    const bought = [got('1', '2026-03-02', 6_000)];
    const asOf = (instant: number) => evaluate(monthly, facts({ purchases: bought }), instant).capMinor;
    expect([asOf(midnight('2026-04-01') - 1), asOf(midnight('2026-04-01'))]).toEqual([0, 5_000]);
    expect(evaluate(monthly, facts(), at('2026-03-02'))).toMatchObject({ capMinor: 5_000, changesAt: null });
  });

  it('has room again for what came back, and for what was cancelled', () => {
    const refund = {
      ...aRefund({ orderId: orderId('1'), processedAt: at('2026-03-05') }),
      lines: [{ lineId: lineId('1'), quantity: 1 }],
    };
    const back = got('1', '2026-03-02', 3_000, { refunds: [refund] });
    expect([left(monthly, [back], '2026-03-04').capMinor, left(monthly, [back], '2026-03-06').capMinor]).toEqual([
      2_000, 3_500,
    ]);
  });

  it('does not hang on the order in which it was told', () => {
    const bought = ['1', '2', '3', '4'].map((id, i) => got(id, `2026-03-0${i + 1}`, 100 * (i + 1)));
    expect(left(monthly, [...bought].reverse(), '2026-03-09')).toEqual(left(monthly, bought, '2026-03-09'));
  });
});
