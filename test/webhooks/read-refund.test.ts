import { describe, expect, it } from '@jest/globals';
import { readRefund } from '../../webhooks/refund/read-refund.ts';
import { type Body, changed, fixture } from './fixture.ts';

const refund = fixture('refunds-create');
const goodwill = fixture('refunds-create-goodwill');

function read(body: unknown) {
  const told = readRefund(body);
  if (!told.ok) throw new Error(JSON.stringify(told.error));
  return told.value.refunds[0];
}
const faultsOf = (body: unknown) => {
  const told = readRefund(body);
  return told.ok ? [] : told.error.map(({ path }) => path);
};
const adjustment = (kind: string, amount: string, currency = 'EUR'): Body => ({
  kind,
  amount_set: {
    shop_money: { amount, currency_code: currency },
    presentment_money: { amount: '-99.00', currency_code: 'USD' },
  },
});
const goodwillOf = (...adjustments: Body[]) => read({ ...refund, order_adjustments: adjustments })?.goodwillMinor;

describe('a refund', () => {
  it('is goods given back, whatever money went with them', () => {
    expect(read(refund)).toEqual({
      refundId: '5301',
      orderId: '5001',
      processedAt: Date.UTC(2026, 2, 5, 15),
      lines: [{ lineId: '5101', quantity: 1 }],
      goodwillMinor: 0,
    });
  });

  it('is money without goods when nothing came back', () => {
    expect(read(goodwill)).toMatchObject({ lines: [], goodwillMinor: 1000 });
  });

  it('counts no shipping and no fee kept back as goodwill', () => {
    expect(goodwillOf(adjustment('shipping_refund', '-4.90'))).toBe(0);
    expect(goodwillOf(adjustment('refund_discrepancy', '12.00'))).toBe(0);
    expect(goodwillOf(adjustment('shipping_refund', '-4.90'), adjustment('refund_discrepancy', '-3.00'))).toBe(300);
  });

  it('takes the pair of bookings of a payment still under way for what it comes to', () => {
    expect(goodwillOf(adjustment('refund_discrepancy', '71.39'), adjustment('refund_discrepancy', '-71.39'))).toBe(0);
    const three = ['-5.00', '-5.00', '5.00'].map((amount) => adjustment('refund_discrepancy', amount));
    expect(goodwillOf(...three)).toBe(500);
  });

  it('is read in the currency of the shop, in its digits', () => {
    expect(goodwillOf(adjustment('refund_discrepancy', '-700', 'JPY'))).toBe(700);
    expect(goodwillOf(adjustment('refund_discrepancy', '-0.125', 'KWD'))).toBe(125);
    expect(faultsOf({ ...refund, order_adjustments: [adjustment('refund_discrepancy', '-0.125')] })).toEqual([
      'order_adjustments.0.amount_set.shop_money.amount',
    ]);
  });

  it('is dated by its making where Shopify does not say when it was processed', () => {
    expect(read(changed(refund, 'processed_at', null))?.processedAt).toBe(Date.UTC(2026, 2, 5, 15));
  });

  it('of no piece takes nothing away', () => {
    expect(read(changed(refund, 'refund_line_items.0.quantity', 0))?.lines).toEqual([]);
  });

  it.each(['id', 'order_id', 'created_at', 'refund_line_items', 'order_adjustments'])(
    'without %s is refused',
    (path) => {
      expect(faultsOf(changed(refund, path, undefined))).toEqual([path]);
    },
  );

  it.each([
    ['refund_line_items.0.quantity', -1],
    ['refund_line_items.0.line_item_id', 'x'],
    ['order_id', null],
  ])('with %s as %j is refused', (path, value) => {
    expect(faultsOf(changed(refund, path, value))).toEqual([path]);
  });
});
