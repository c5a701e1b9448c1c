import { describe, expect, it } from '@jest/globals';
import { unreadable } from '../../shared/domain/fault.ts';
import { isOneOf } from '../../webhooks/order/our-discount.ts';
import { readOrder } from '../../webhooks/order/read-order.ts';
import { type Body, changed, fixture } from './fixture.ts';

const isOurs = isOneOf(['Regulars', 'Your discount: {percent}']);
const paid = fixture('orders-paid');

function read(body: unknown) {
  const told = readOrder(body, isOurs);
  if (!told.ok) throw new Error(JSON.stringify(told.error));
  return told.value;
}
const snapshotOf = (body: unknown) => {
  const { snapshot } = read(body);
  if (snapshot === null) throw new Error('no snapshot');
  return snapshot;
};
const linesOf = (body: unknown) => snapshotOf(body).lines;
const faultsOf = (body: unknown) => {
  const told = readOrder(body, isOurs);
  return told.ok ? [] : told.error;
};
const set = (amount: string, currency: string) => ({
  shop_money: { amount, currency_code: currency },
  presentment_money: { amount: '1.00', currency_code: 'USD' },
});

/** The same order in another currency of the shop. */
function inCurrency(currency: string, price: string, discount: string): Body {
  const line = { ...((paid.line_items as Body[])[0] as Body), quantity: 2, current_quantity: 2 };
  const allocation = { amount: discount, amount_set: set(discount, currency), discount_application_index: 0 };
  const lines = [{ ...line, price, price_set: set(price, currency), discount_allocations: [allocation] }];
  return { ...paid, currency, line_items: lines };
}

describe('an order', () => {
  it('is read as what was charged for its goods after every discount', () => {
    expect(snapshotOf(paid)).toMatchObject({
      orderId: '5001',
      name: '#1001',
      state: 'paid',
      isTest: false,
      currency: 'EUR',
      channel: 'web',
      locationId: null,
      shopifyCustomerId: '6001',
      updatedAt: Date.UTC(2026, 2, 2, 9, 15, 1),
      processedAt: Date.UTC(2026, 2, 2, 9, 14, 58),
      cancelledAt: null,
    });
    expect(linesOf(paid).map(({ quantity, priceMinor, amountMinor }) => [quantity, priceMinor, amountMinor])).toEqual([
      [2, 5000, 9450],
      [1, 10_000, 9450],
      [1, 210, 210],
    ]);
  });

  it('carries the statement of a typed card, which nobody has believed yet', () => {
    expect(read(paid).cardStatement).toBe('a-signed-statement');
    expect(read({ ...paid, note_attributes: [] }).cardStatement).toBeNull();
    expect(read({ ...paid, note_attributes: [{ name: '_regulars', value: 17 }] }).cardStatement).toBeNull();
    expect(
      read({ ...paid, note_attributes: [{ name: '_regulars', value: 'x'.repeat(9999) }] }).cardStatement,
    ).toBeNull();
  });

  it('tells our discount from other ones', () => {
    expect(linesOf(paid).map(({ ourDiscountMinor }) => ourDiscountMinor)).toEqual([300, 300, 0]);
    const foreign = changed(paid, 'discount_applications.0.title', 'Summer sale');
    expect(linesOf(foreign).map(({ ourDiscountMinor }) => ourDiscountMinor)).toEqual([0, 0, 0]);
    const byHand = changed(paid, 'discount_applications.0.type', 'manual');
    expect(linesOf(byHand)[0]?.ourDiscountMinor).toBe(0);
    const byNode = changed(paid, 'discount_applications.0.title', 'Regulars');
    expect(linesOf(byNode)[0]?.ourDiscountMinor).toBe(300);
  });

  it('tells the codes of ours that took something off, and no others', () => {
    const byCode = (type: string, code: string) =>
      changed(changed(paid, 'discount_applications.0.type', type), 'discount_applications.0.code', code);
    const ours = byCode('discount_code', 'reg-2222-3333-4444-5555');
    expect(snapshotOf(ours).codes).toEqual(['REG-2222-3333-4444-5555']);
    expect(linesOf(ours).map(({ ourDiscountMinor }) => ourDiscountMinor)).toEqual([300, 300, 0]);
    for (const other of [byCode('automatic', 'REG-2222-3333-4444-5555'), byCode('discount_code', 'SUMMER')])
      expect('codes' in snapshotOf(other)).toBe(false);
    const unused = {
      ...ours,
      line_items: (ours.line_items as Body[]).map((l) => ({ ...l, discount_allocations: [] })),
    };
    expect('codes' in snapshotOf(unused)).toBe(false);
  });

  it.each([
    ['paid', null, 'paid'],
    ['partially_refunded', null, 'paid'],
    ['refunded', null, 'paid'],
    ['pending', null, 'owed'],
    ['authorized', null, 'owed'],
    ['partially_paid', null, 'owed'],
    [null, null, 'owed'],
    ['voided', null, 'cancelled'],
    ['expired', null, 'cancelled'],
    ['pending', '2026-03-04T12:00:00+01:00', 'cancelled'],
    ['refunded', '2026-03-04T12:00:00+01:00', 'paid'],
  ])('with the payment %s, cancelled at %s, is %s', (financial_status, cancelled_at, state) => {
    const snapshot = snapshotOf({ ...paid, financial_status, cancelled_at });
    expect(snapshot.state).toBe(state);
    expect(snapshot.cancelledAt).toBe(cancelled_at === null ? null : Date.UTC(2026, 2, 4, 11));
  });

  it('that was paid and then called off says from when on nothing is left of it', () => {
    expect(snapshotOf(fixture('orders-cancelled'))).toMatchObject({
      state: 'cancelled',
      cancelledAt: expect.any(Number),
    });
  });

  it('knows the till, the web and the rest', () => {
    expect(snapshotOf({ ...paid, source_name: 'pos', location_id: 77 })).toMatchObject({
      channel: 'till',
      locationId: '77',
    });
    expect(snapshotOf({ ...paid, source_name: 'shopify_draft_order' }).channel).toBe('other');
    expect(snapshotOf({ ...paid, source_name: null }).channel).toBe('other');
  });

  it('may have no customer, be a test, and hold lines without a product', () => {
    expect(snapshotOf({ ...paid, customer: null }).shopifyCustomerId).toBeNull();
    expect(snapshotOf(changed(paid, 'customer', undefined)).shopifyCustomerId).toBeNull();
    expect(snapshotOf({ ...paid, test: true }).isTest).toBe(true);
    const custom = changed(changed(paid, 'line_items.0.product_id', null), 'line_items.0.variant_id', null);
    expect(linesOf(custom)[0]).toMatchObject({ productId: null, variantId: null, amountMinor: 9450 });
  });

  it('is dated by its making where Shopify does not say when it was processed', () => {
    expect(snapshotOf({ ...paid, processed_at: null }).processedAt).toBe(Date.UTC(2026, 2, 2, 9, 15));
  });

  it('holds lines of nothing, gift cards and tips, of which the last are no goods', () => {
    const nothing = changed(changed(paid, 'line_items.0.quantity', 0), 'line_items.0.discount_allocations', []);
    expect(linesOf(nothing)[0]).toMatchObject({ quantity: 0, amountMinor: 0, removedQuantity: 0 });
    expect(linesOf(changed(paid, 'line_items.0.gift_card', true))[0]?.isGiftCard).toBe(true);
    expect(linesOf(changed(paid, 'line_items.0.tip', { payment_gateway: 'bogus' }))).toHaveLength(2);
  });

  it('tells units that an edit took away from units that were given back', () => {
    const refunded = fixture('orders-updated');
    expect(linesOf(refunded)[0]).toMatchObject({ quantity: 2, removedQuantity: 0 });
    expect(linesOf(changed(refunded, 'line_items.0.current_quantity', 0))[0]?.removedQuantity).toBe(1);
    expect(linesOf(changed(paid, 'line_items.1.current_quantity', 0))[1]?.removedQuantity).toBe(1);
    expect(linesOf(changed(paid, 'line_items.1.current_quantity', undefined))[1]?.removedQuantity).toBe(0);
  });

  it('brings its refunds along, the same as when they come alone', () => {
    const alone = fixture('refunds-create');
    expect(read(fixture('orders-updated')).refunds).toEqual([
      {
        refundId: String(alone.id),
        orderId: '5001',
        processedAt: Date.UTC(2026, 2, 5, 15),
        lines: [{ lineId: '5101', quantity: 1 }],
        goodwillMinor: 0,
      },
    ]);
  });
});

describe('money on an order', () => {
  it('is read in the currency of the shop, whatever the buyer paid in', () => {
    const line = linesOf(changed(paid, 'line_items.0.price_set', set('12.34', 'EUR')))[0];
    expect(line?.priceMinor).toBe(1234);
  });

  it.each([
    ['JPY', '500', '30', 500, 970],
    ['JPY', '500.00', '30.00', 500, 970],
    ['KWD', '5.125', '0.250', 5125, 10_000],
    ['EUR', '5.1', '0.2', 510, 1000],
    ['HUF', '1234.50', '0.00', 123_450, 246_900],
  ])('has the digits of %s: %s less %s', (currency, price, discount, priceMinor, amountMinor) => {
    expect(linesOf(inCurrency(currency, price, discount))[0]).toMatchObject({ priceMinor, amountMinor });
  });

  it('is the same with taxes included or not: what the goods were charged at, as the prices are', () => {
    expect(linesOf({ ...paid, taxes_included: false })).toEqual(linesOf({ ...paid, taxes_included: true }));
  });

  it('is taken from the plain amount where Shopify leaves the pair away', () => {
    const plain = changed(paid, 'line_items.0.price_set', undefined);
    expect(linesOf(plain)[0]?.priceMinor).toBe(5000);
    expect(faultsOf(changed(plain, 'line_items.0.price', undefined))[0]?.path).toBe('line_items.0.price_set');
  });

  it.each([
    ['line_items.0.price_set.shop_money.amount', '-1.00', 'below zero'],
    ['line_items.0.price_set.shop_money.amount', '1.001', 'more than the 2 decimals of EUR'],
    ['line_items.0.price_set.shop_money.amount', '1e3', 'not a decimal number'],
    ['line_items.0.price_set.shop_money.amount', '', 'not a decimal number'],
    ['line_items.0.price_set.shop_money.amount', '99999999999999999', 'too large'],
    ['line_items.1.discount_allocations.0.amount_set.shop_money.amount', '-0.01', 'below zero'],
    ['line_items.0.price_set.shop_money.currency_code', 'USD', "not the order's currency, EUR"],
  ])('is refused at %s when it is %j', (path, value, why) => {
    const faults = faultsOf(changed(paid, path, value));
    expect(faults).toEqual([
      { ...unreadable('', why), path: expect.stringContaining(path.replace('.currency_code', '')) },
    ]);
  });

  it('is never guessed: a currency we do not know is refused', () => {
    expect(faultsOf({ ...paid, currency: 'ZZZ' })[0]).toEqual(unreadable('currency', 'unknown currency'));
    expect(faultsOf({ ...paid, currency: 'euro' })[0]).toEqual(unreadable('currency', 'unknown currency'));
  });

  it('does not contradict itself: discounts may not be more than the goods', () => {
    const half = changed(paid, 'line_items.1.discount_allocations.0.amount_set.shop_money.amount', '97.51');
    expect(linesOf(half)[1]?.amountMinor).toBe(0);
    const more = changed(paid, 'line_items.1.discount_allocations.0.amount_set.shop_money.amount', '150.00');
    expect(faultsOf(more)).toEqual([unreadable('line_items.1.discount_allocations', 'more than the goods cost')]);
  });

  it('stays in the range where every unit counts', () => {
    const huge = changed(paid, 'line_items.0.quantity', 9_000_000_000_000);
    expect(faultsOf(huge)[0]?.path).toBe('line_items.0.quantity');
  });
});

describe('a body that is no order', () => {
  it.each([
    ['id', 'not an id'],
    ['updated_at', ''],
    ['currency', ''],
    ['line_items', ''],
    ['financial_status', ''],
  ])('without %s is refused by name', (path) => {
    expect(faultsOf(changed(paid, path, undefined)).map((fault) => fault.path)).toEqual([path]);
  });

  it.each([
    ['id', 'five'],
    ['id', 2 ** 60],
    ['updated_at', 'yesterday'],
    ['updated_at', '2026-03-02T10:15:00'],
    ['cancelled_at', 17],
    ['financial_status', 'maybe'],
    ['test', 'no'],
    ['line_items', {}],
    ['line_items.0', null],
    ['line_items.0.quantity', -1],
    ['line_items.0.quantity', 1.5],
    ['line_items.0.quantity', '2'],
    ['line_items.0.id', null],
    ['refunds', 'none'],
    ['customer', 6001],
  ])('with %s as %j is refused by name', (path, value) => {
    expect(faultsOf(changed(paid, path, value)).map((fault) => fault.path)).toEqual([path]);
  });

  it('tells all its faults at once', () => {
    const bad = changed(changed(changed(paid, 'updated_at', 1), 'line_items.0.quantity', -1), 'line_items.2.id', 'x');
    expect(faultsOf(bad).map(({ path }) => path)).toEqual(['updated_at', 'line_items.0.quantity', 'line_items.2.id']);
  });

  it('does not drown the inbox in its faults', () => {
    const lines = Array.from({ length: 5000 }, () => null);
    const faults = faultsOf({ ...paid, line_items: lines });
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toEqual(unreadable('', 'and 4900 more'));
  });

  it('is no order of Shopify when it holds more lines than any can', () => {
    const [line] = paid.line_items as Body[];
    const faults = faultsOf({ ...paid, line_items: Array.from({ length: 5001 }, () => line) });
    expect(faults.map(({ path }) => path)).toEqual(['line_items']);
  });

  it('loses the end of a title that is longer than titles are', () => {
    expect(linesOf(changed(paid, 'line_items.0.title', 'x'.repeat(100_000)))[0]?.title).toHaveLength(255);
  });

  it.each([null, [], 'order', 5, {}])('%j is refused and nothing breaks', (body) => {
    expect(faultsOf(body).length).toBeGreaterThan(0);
  });

  it('may hold more than we know', () => {
    expect(snapshotOf({ ...paid, moon_phase: { full: true } })).toEqual(snapshotOf(paid));
  });
});
