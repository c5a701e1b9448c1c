import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCustomer } from '../../webhooks/customer/read-customer.ts';
import { isOneOf } from '../../webhooks/order/our-discount.ts';
import { readOrder } from '../../webhooks/order/read-order.ts';
import { fixture } from '../webhooks/fixture.ts';
import { aCustomer, aLine, anOrder, aRefund, page } from './builders.ts';
import { codeOf, SHOP, type Stage, setUp } from './set-up.ts';

const SINCE = Date.UTC(2026, 2, 5, 14);

let set: Stage;
beforeEach(async () => {
  set = await setUp();
});
afterEach(() => set.played.stop());

function read(body: string | null | undefined) {
  const told = readOrder(JSON.parse(body ?? 'null'), isOneOf(['Regulars']));
  if (!told.ok) throw new Error(JSON.stringify(told.error));
  return told.value;
}
const updated = (cursor: string | null = null) => set.shopify.admin.ordersUpdatedSince(SHOP, SINCE, cursor);
const firstBody = async () => (await updated()).orders[0]?.body();

describe('orders that changed since', () => {
  it('come whole, in the form of their webhook, so that both are read alike', async () => {
    set.played.fields = {
      orders: page([{ id: 'gid://shopify/Order/5001', updatedAt: '2026-03-05T15:00:02Z' }]),
      order: anOrder(),
      refund: aRefund(),
    };
    const { orders, nextCursor } = await updated();
    expect(nextCursor).toBeNull();
    expect(orders.map(({ id, updatedAt }) => [id, updatedAt])).toEqual([['5001', Date.UTC(2026, 2, 5, 15, 0, 2)]]);
    const asked = read(await orders[0]?.body());
    const told = readOrder(fixture('orders-updated'), isOneOf(['Your discount: {percent}']));
    const webhook = told.ok ? told.value : null;
    expect(asked.snapshot).toEqual({ ...webhook?.snapshot, lines: [webhook?.snapshot?.lines[0]] });
    expect(asked.refunds).toEqual([{ ...webhook?.refunds[0], goodwillMinor: 400 }]);
    expect(asked.cardStatement).toBe('a-signed-statement');
  });

  it('are asked for oldest first, from an instant on, page by page', async () => {
    const seen: unknown[] = [];
    set.played.fields = {
      orders: (args: Record<string, unknown>) => {
        seen.push(args);
        return page([], args.after === null ? 'next' : null);
      },
    };
    expect((await updated()).nextCursor).toBe('next');
    expect((await updated('next')).nextCursor).toBeNull();
    expect(seen).toEqual([
      expect.objectContaining({ after: null, query: "updated_at:>='2026-03-05T14:00:00.000Z'", sortKey: 'UPDATED_AT' }),
      expect.objectContaining({ after: 'next' }),
    ]);
  });

  it('have all their lines and all lines of their refunds, however many', async () => {
    const lines = (args: Record<string, unknown>) =>
      args.after === undefined ? page([aLine(1), aLine(2)], 'more') : page([aLine(3)]);
    const refunded = (args: Record<string, unknown>) => {
      const lineOf = (id: number) => ({ quantity: 1, lineItem: { id: `gid://shopify/LineItem/${id}` } });
      return args.after === null ? page([lineOf(1)], 'more') : page([lineOf(3)]);
    };
    set.played.fields = {
      orders: page([{ id: 'gid://shopify/Order/5001', updatedAt: '2026-03-05T15:00:02Z' }]),
      order: anOrder({ lineItems: lines }),
      refund: aRefund({ refundLineItems: refunded }),
    };
    const { snapshot, refunds } = read(await firstBody());
    expect(snapshot?.lines.map(({ lineId }) => lineId)).toEqual(['1', '2', '3']);
    expect(refunds[0]?.lines.map(({ lineId }) => lineId)).toEqual(['1', '3']);
  });

  it('tell a discount given by hand at the till as their webhook does', async () => {
    const byHand = { __typename: 'ManualDiscountApplication', index: 2, title: 'Regulars' };
    const { allocatedAmountSet } = (aLine(1).discountAllocations as { allocatedAmountSet: unknown }[])[0] ?? {};
    set.played.fields = {
      orders: page([{ id: 'gid://shopify/Order/5001', updatedAt: '2026-03-05T15:00:02Z' }]),
      order: anOrder({
        sourceName: 'pos',
        refunds: [],
        lineItems: page([aLine(1, { discountAllocations: [{ allocatedAmountSet, discountApplication: byHand }] })]),
      }),
    };
    expect(read(await firstBody()).snapshot?.lines[0]?.ourDiscountMinor).toBe(300);
  });

  it('tell the code of a reward as their webhook does', async () => {
    const byCode = { __typename: 'DiscountCodeApplication', index: 0, code: 'REG-2222-3333-4444-5555' };
    const { allocatedAmountSet } = (aLine(1).discountAllocations as { allocatedAmountSet: unknown }[])[0] ?? {};
    set.played.fields = {
      orders: page([{ id: 'gid://shopify/Order/5001', updatedAt: '2026-03-05T15:00:02Z' }]),
      order: anOrder({
        refunds: [],
        lineItems: page([aLine(1, { discountAllocations: [{ allocatedAmountSet, discountApplication: byCode }] })]),
      }),
    };
    expect(read(await firstBody()).snapshot?.codes).toEqual(['REG-2222-3333-4444-5555']);
  });

  it('may be gone by the time they are asked for', async () => {
    set.played.fields = {
      orders: page([{ id: 'gid://shopify/Order/5001', updatedAt: '2026-03-05T15:00:02Z' }]),
      order: null,
    };
    expect(await firstBody()).toBeNull();
  });

  it('carry the statement that checkout wrote into the order, and know the till', async () => {
    set.played.fields = {
      orders: page([{ id: 'gid://shopify/Order/5001', updatedAt: '2026-03-05T15:00:02Z' }]),
      order: anOrder({
        customAttributes: [],
        metafield: { value: 'from-checkout' },
        sourceName: 'pos',
        retailLocation: { id: 'gid://shopify/Location/77' },
        customer: null,
        refunds: [],
        lineItems: page([aLine(1, { product: null, variant: null, discountAllocations: [] })]),
      }),
    };
    const { snapshot, cardStatement } = read(await firstBody());
    expect(cardStatement).toBe('from-checkout');
    expect(snapshot).toMatchObject({ channel: 'till', locationId: '77', shopifyCustomerId: null });
    expect(snapshot?.lines[0]).toMatchObject({ productId: null, amountMinor: 10_000 });
  });
});

describe('the past of a shop', () => {
  const BULK = 'gid://shopify/BulkOperation/1';
  const readAll = async (kind: 'customers' | 'orders') => {
    const all: { id: string; body: string }[] = [];
    const url = `${set.played.url}/bulk.jsonl`;
    for await (const line of set.shopify.admin.readBulk(SHOP, kind, url)) all.push(line);
    return all;
  };
  /** A line of the file has no connections: those are lines of their own. */
  const lineOf = ({ lineItems: _, metafield: statement, ...order }: Record<string, unknown>, change = {}) =>
    JSON.stringify({ ...order, statement, ...change });
  const childOf = (parent: unknown, id: number) => JSON.stringify({ ...aLine(id), __parentId: parent });

  it('is written down by Shopify, grouped, so that it is read as it comes', async () => {
    let asked: Record<string, unknown> = {};
    set.played.fields = {
      bulkOperationRunQuery: (args: Record<string, unknown>) => {
        asked = args;
        return { bulkOperation: { id: BULK }, userErrors: [] };
      },
    };
    expect(await set.shopify.admin.startBulk(SHOP, 'orders')).toBe(BULK);
    expect(asked).toMatchObject({ groupObjects: true, query: expect.stringContaining('lineItems') });
  });

  it.each([
    ['LIMIT_REACHED', 'shopify_throttled'],
    ['OPERATION_IN_PROGRESS', 'shopify_throttled'],
    ['INVALID', 'shopify_refused'],
  ])('cannot be begun: %s', async (code, ours) => {
    const userErrors = [{ code, field: ['query'], message: 'no' }];
    set.played.fields = { bulkOperationRunQuery: { bulkOperation: null, userErrors } };
    expect(await codeOf(set.shopify.admin.startBulk(SHOP, 'orders'))).toBe(ours);
  });

  it.each([
    ['CREATED', null, 'running', null],
    ['RUNNING', null, 'running', null],
    ['COMPLETED', null, 'completed', null],
    ['FAILED', 'TIMEOUT', 'failed', 'TIMEOUT'],
    ['CANCELED', null, 'failed', 'CANCELED'],
    ['EXPIRED', null, 'failed', 'EXPIRED'],
  ])('stands at %s', async (status, errorCode, state, why) => {
    const url = state === 'completed' ? 'https://storage.example.test/file' : null;
    set.played.fields = { bulkOperation: { id: BULK, status, errorCode, objectCount: '17', url } };
    expect(await set.shopify.admin.bulkOperation(SHOP, BULK)).toEqual({ id: BULK, state, objects: 17, url, why });
  });

  it('puts orders and their lines together, line by line', async () => {
    const [one, two] = ['gid://shopify/Order/1', 'gid://shopify/Order/2'];
    const orders = [lineOf(anOrder(), { id: one, refunds: [] }), lineOf(anOrder(), { id: two, refunds: [] })];
    set.played.bulkFile = [orders[0], childOf(one, 11), childOf(one, 12), orders[1], childOf(two, 21), ''].join('\n');
    const all = await readAll('orders');
    expect(all.map(({ id }) => id)).toEqual(['1', '2']);
    expect(read(all[0]?.body).snapshot?.lines.map(({ lineId }) => lineId)).toEqual(['11', '12']);
    expect(read(all[1]?.body).snapshot?.lines).toHaveLength(1);
    expect(set.played.calls).toEqual([]);
  });

  it('asks for an order with refunds by itself, for its file does not hold their lines', async () => {
    set.played.fields = { order: anOrder(), refund: aRefund() };
    set.played.bulkFile = `${lineOf(anOrder())}\n${childOf('gid://shopify/Order/5001', 5101)}\n`;
    const [order] = await readAll('orders');
    expect(read(order?.body).refunds).toHaveLength(1);
    expect(set.played.asked()).toEqual(['Order', 'Refund']);
  });

  it('reads customers, with and without what the shop may not see', async () => {
    const hidden = { firstName: null, lastName: null, defaultEmailAddress: null, defaultPhoneNumber: null };
    set.played.bulkFile = [aCustomer(6001), aCustomer(6002, { ...hidden, defaultAddress: null })]
      .map((customer) => JSON.stringify(customer))
      .join('\n');
    const all = (await readAll('customers')).map(({ body }) => readCustomer(JSON.parse(body)));
    const webhook = readCustomer({ ...fixture('customers-update'), locale: 'cs' });
    expect(all[0]).toEqual(webhook);
    expect(all[1]).toMatchObject({ ok: true, value: { firstName: null, email: null, emailConsent: { at: null } } });
  });

  it.each([
    ['a child apart from its parent', () => childOf('gid://shopify/Order/9', 1)],
    [
      'a child behind another parent',
      () => `${lineOf(anOrder(), { refunds: [] })}\n${childOf('gid://shopify/Order/9', 1)}`,
    ],
    ['a line that is cut off', () => '{"id":"gid://shopify/Ord'],
    ['an order without its state', () => lineOf(anOrder(), { updatedAt: null, refunds: [] })],
  ])('ends aloud at %s', async (_, file) => {
    set.played.bulkFile = file();
    expect(await codeOf(readAll('orders'))).toBe('shopify_refused');
  });

  it('may be read again when the file cannot be had now', async () => {
    const all = async () => {
      for await (const _ of set.shopify.admin.readBulk(SHOP, 'orders', 'http://127.0.0.1:1/bulk.jsonl')) return;
    };
    expect(await codeOf(all())).toBe('shopify_unavailable');
  });
});
