import { describe, expect, it } from '@jest/globals';
import { createFilePastOrders, PAST_ORDER_TOPIC } from '../../../server/app/purchase/file-past-orders.ts';
import { createCountPastOrders, createFindTwin } from '../../../server/app/purchase/look-at-past-orders.ts';
import { pastPurchases } from '../../../server/command/import/past-purchases.ts';
import type { ForeignCustomerId, OrderId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { IdsOf } from '../../../shared/domain/purchase/past-purchase.ts';
import { createActOnDelivery } from '../../../webhooks/act-on-delivery.ts';
import { historyOf, type Told } from '../../domain/simulation/past.ts';
import { order } from '../../domain/simulation/run.ts';
import { aLine } from '../../support/builders/a-line.ts';
import { aRefund } from '../../support/builders/a-refund.ts';
import { aSnapshot } from '../../support/builders/a-snapshot.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';

const JANUARY = Date.UTC(2026, 0, 5);
const back = { at: Date.UTC(2026, 1, 3), quantity: 1 };
const PAST: readonly Told[] = [
  order('1001', JANUARY, { quantity: 2, amountMinor: 20_000, returns: [back] }),
  order('1002', JANUARY + 1),
  order('1003', JANUARY + 2, {}, 'ann@example.test'),
  order('1004', JANUARY + 3, {}, null),
];

const file = ({ cutter, stores, clock }: World, past: readonly Told[], ids: IdsOf = 'other') =>
  createFilePastOrders({ stores: cutter.stores(stores), clock })(
    SHOP,
    { currency: 'EUR', ids },
    pastPurchases(historyOf(past)),
    () => undefined,
  );

/** Acts on all that waits, however far an import has spread itself. */
async function act({ stores, cutter, useCases, clock }: World): Promise<void> {
  const { inbox } = cutter.stores(stores);
  const actOn = createActOnDelivery({ useCases });
  const late = clock.now() + 3_600_000;
  // Whoever died in the middle has lost its lease by the next look.
  for (const item of await inbox.claim(late, late, 1000)) {
    await inbox.settle(item.shop, item, await actOn(item.shop, item));
  }
}

async function imported(world: World, past: readonly Told[], ids: IdsOf = 'other') {
  const { ids: _ids, unusable: _unusable, ...counts } = await file(world, past, ids);
  await act(world);
  return counts;
}

const customersOf = async ({ stores }: World) => {
  const { rows } = await stores.readModels.customers(SHOP, { ...EVERYBODY, search: '' });
  return rows.map(({ customer, spentMinor, purchases }) => [customer.foreignId, spentMinor, purchases]);
};
const EVERYBODY = { states: [], has: null, order: 'spent', after: null, max: 50 } as const;

describe('orders of the system before', () => {
  it('become purchases of customers who need no Shopify customer, and are found by the number they had', async () => {
    const world = await setUp();
    expect(await imported(world, PAST)).toEqual({ filed: 4, waiting: 0, unchanged: 0 });
    expect(await customersOf(world)).toEqual([
      ['7', 20_000, 2],
      ['ann@example.test', 10_000, 1],
    ]);
    const found = await world.stores.readModels.customers(SHOP, { ...EVERYBODY, search: 'ann@example' });
    expect(found.rows.map(({ customer }) => [customer.foreignId, customer.shopifyCustomerIds])).toEqual([
      ['ann@example.test', []],
    ]);
    expect(await world.stores.purchases.find(SHOP, 'foreign:1004' as OrderId)).toMatchObject({ customerId: null });
  });

  it('change nothing when told twice', async () => {
    const world = await setUp();
    await imported(world, PAST);
    const before = await wholeState(world);
    world.clock.set(NOW + 86_400_000);
    expect(await imported(world, [...PAST].reverse())).toEqual({ filed: 0, waiting: 0, unchanged: 4 });
    expect(await wholeState(world)).toEqual(before);
  });

  it('are what the newest file says: corrected, and corrected back', async () => {
    const world = await setUp();
    const corrected = [...PAST.slice(0, 1), order('1002', JANUARY + 1, { amountMinor: 500 }), ...PAST.slice(2)];
    const spent = async () => (await customersOf(world)).find(([id]) => id === '7')?.[1];
    await imported(world, PAST);
    world.clock.set(NOW + 1000);
    expect(await imported(world, corrected)).toEqual({ filed: 1, waiting: 0, unchanged: 3 });
    expect(await spent()).toBe(10_500);
    world.clock.set(NOW + 2000);
    expect(await imported(world, PAST)).toEqual({ filed: 1, waiting: 0, unchanged: 3 });
    expect(await spent()).toBe(20_000);
  });

  it('go on where they stopped, wherever the process died', async () => {
    const cuts = await cutShort({ prepare: setUp, act: (world) => imported(world, PAST) });
    expect(cuts).toBeGreaterThan(10);
  });

  it('wait behind one another, so that deliveries of the day come between', async () => {
    const world = await setUp();
    const many = Array.from({ length: 450 }, (_, i) => order(String(i + 1), JANUARY + i));
    await file(world, many);
    const filed = await world.stores.inbox.list(SHOP, { states: [], before: null, max: 1000 });
    expect(new Set(filed.map(({ topic }) => topic))).toEqual(new Set([PAST_ORDER_TOPIC]));
    expect(Math.max(...filed.map(({ notBeforeAt }) => notBeforeAt))).toBeGreaterThan(NOW + 1400);
    expect((await file(world, many)).waiting).toBe(450);
  });

  it('never meet an order or a customer of Shopify’s of the same number, and are never sent there', async () => {
    const world = await setUp();
    const snapshot = aSnapshot({ orderId: '1001' as OrderId, shopifyCustomerId: '7' as ShopifyCustomerId });
    const refunds = [aRefund({ orderId: '1001' as OrderId })];
    await world.useCases.recordPurchase(SHOP, { orderId: snapshot.orderId, snapshot, refunds, cardStatement: null });
    await imported(world, PAST);
    expect((await customersOf(world)).map(([id]) => id).sort()).toEqual(['7', 'ann@example.test', null]);
    const shopifys = await world.stores.customers.findByShopifyId(SHOP, '7' as ShopifyCustomerId);
    expect(shopifys?.foreignId).toBeNull();
    while ((await world.useCases.publishEntitlements()) > 0);
    const sent = world.admin.calls.filter(({ method }) => method === 'putEntitlements');
    expect(sent.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(1);
    expect([...world.admin.at(SHOP).entitlements.keys()].filter((id) => id !== '7')).toEqual([]);
  });

  it('are Shopify’s own where the file calls them so: counted once, in whatever order both are told', async () => {
    const back = { at: Date.UTC(2026, 1, 3), quantity: 1 };
    const told = [
      order('1001', JANUARY, { quantity: 2, amountMinor: 20_000, returns: [back] }),
      order('1002', JANUARY),
    ];
    const snapshot = aSnapshot({
      orderId: '1001' as OrderId,
      shopifyCustomerId: '7' as ShopifyCustomerId,
      processedAt: JANUARY,
      lines: [aLine({ quantity: 2, amountMinor: 18_000 })],
    });
    const refunds = [aRefund({ orderId: '1001' as OrderId, lines: [{ lineId: aLine().lineId, quantity: 1 }] })];
    const webhook = (world: World) =>
      world.useCases.recordPurchase(SHOP, { orderId: snapshot.orderId, snapshot, refunds, cardStatement: null });
    const file = (world: World) => imported(world, told, 'shopify');
    const ends = [];
    for (const steps of [
      [file, webhook],
      [webhook, file],
      [file, webhook, file, webhook],
    ] as const) {
      const world = await setUp();
      for (const step of steps) await step(world);
      ends.push((await world.stores.readModels.customers(SHOP, { ...EVERYBODY, search: '' })).rows);
    }
    for (const rows of ends)
      expect(rows).toEqual([expect.objectContaining({ spentMinor: 9000 + 10_000, purchases: 2 })]);
    const first = await setUp();
    await file(first);
    expect((await first.stores.readModels.customers(SHOP, { ...EVERYBODY, search: '' })).rows).toEqual([
      expect.objectContaining({ spentMinor: 20_000, purchases: 2 }),
    ]);
  });

  it('that would count twice under the other name are found before anything is imported', async () => {
    const world = await setUp();
    const findTwin = createFindTwin(world);
    const past = () => pastPurchases(historyOf(PAST));
    await imported(world, PAST);
    expect(await findTwin(SHOP, 'shopify', past())).toMatch(/^foreign:100\d$/);
    expect(await findTwin(SHOP, 'other', past())).toBeNull();
    const other = await setUp();
    await imported(other, PAST.slice(0, 1), 'shopify');
    expect(await createFindTwin(other)(SHOP, 'other', past())).toBe('1001');
    expect(await createFindTwin(other)(SHOP, 'other', pastPurchases(historyOf([order('1001', NOW)])))).toBeNull();
  });

  it('are told apart by a dry run, which changes nothing', async () => {
    const world = await setUp();
    const dry = (past: readonly Told[], ids: IdsOf = 'other') =>
      createCountPastOrders(world)(SHOP, { currency: 'EUR', ids }, pastPurchases(historyOf(past)), () => undefined);
    await imported(world, PAST.slice(1));
    const before = await wholeState(world);
    const corrected = order('1003', JANUARY + 2, { amountMinor: 1 }, 'ann@example.test');
    const file = [...PAST.filter(({ orderId }) => orderId !== '1003'), corrected];
    expect(await dry(file)).toEqual({ fresh: 1, corrected: 1, unchanged: 2, unusable: [] });
    expect(await dry(PAST, 'shopify')).toEqual({ fresh: 3, corrected: 0, unchanged: 0, unusable: ['1003'] });
    expect(await wholeState(world)).toEqual(before);
  });

  it('are nobody’s when who bought was erased, also when told again', async () => {
    const world = await setUp();
    await imported(world, PAST);
    const purchase = await world.stores.purchases.find(SHOP, 'foreign:1003' as OrderId);
    const ann = purchase?.customerId ?? null;
    const customer = ann === null ? null : await world.stores.customers.find(SHOP, ann);
    if (customer === null) throw new Error('nobody entered');
    await world.stores.customers.change(SHOP, customer, { state: 'erased', foreignId: null });
    await world.stores.purchases.forgetBuyer(SHOP, {
      customerIds: [customer.id],
      shopifyCustomerIds: [],
      orderIds: [],
    });
    const forgotten = await world.stores.purchases.find(SHOP, 'foreign:1003' as OrderId);
    expect(forgotten).toMatchObject({ customerId: null });
    expect(forgotten?.snapshot?.foreignCustomerId).toBeUndefined();
    const ann700 = order('1003', JANUARY + 2, { amountMinor: 700 }, 'ann@example.test');
    const corrected = PAST.map((told) => (told.orderId === '1003' ? ann700 : told));
    for (const [past, filed] of [
      [PAST, 1],
      [PAST, 0],
      [corrected, 1],
      [PAST, 1],
    ] as const) {
      world.clock.set(world.clock.now() + 1000);
      expect((await imported(world, past)).filed).toBe(filed);
      const again = await world.stores.purchases.find(SHOP, 'foreign:1003' as OrderId);
      expect(again).toMatchObject({ customerId: null });
      expect(again?.snapshot?.foreignCustomerId).toBeUndefined();
    }
    expect((await customersOf(world)).map(([id]) => id)).not.toContain('ann@example.test' as ForeignCustomerId);
  });
});
