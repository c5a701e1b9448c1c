import { beforeEach, describe, expect, it } from '@jest/globals';
import type { InboxItem, InboxOutcome } from '../../server/app/ports/inbox-store.ts';
import { unreadable } from '../../shared/domain/fault.ts';
import type { OrderId, ShopId, ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { createActOnDelivery } from '../../webhooks/act-on-delivery.ts';
import { topics } from '../../webhooks/topics.ts';
import { NOW, setUp, type World } from '../app/set-up.ts';
import { type Body, changed, fixture, fixtures } from './fixture.ts';

let world: World;
beforeEach(async () => {
  world = await setUp();
  world.admin
    .at(world.shop)
    .costs.set('4201', [{ variantId: '4101', productId: null, costMinor: 3100, isGiftCard: false }]);
});

const ORDER = '5001' as OrderId;
const CUSTOMER = '6001' as ShopifyCustomerId;
let number = 0;

/** Files a body and acts on what was filed, as the pump does. */
async function tell(topic: string, body: unknown, change: Partial<InboxItem> = {}): Promise<InboxOutcome> {
  const { stores, shop, useCases } = world;
  const act = createActOnDelivery({ useCases, discountTexts: async () => ['Your discount: {percent}'] });
  number += 1;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const delivery = { webhookId: `w-${number}`, topic, apiVersion: '2026-10', triggeredAt: NOW, receivedAt: NOW };
  await stores.inbox.file(shop, { ...delivery, ...change, body: text });
  const [item] = await stores.inbox.claim(NOW + 1, NOW + 60_000, 1);
  if (item === undefined) throw new Error('nothing was filed');
  const outcome = await act(shop, item);
  await stores.inbox.settle(shop, item, outcome);
  return outcome;
}
const tellFixture = (name: string) => {
  const topic = fixtures().find((each) => each.name === name)?.topic ?? '';
  return tell(topic, fixture(name));
};
const purchase = () => world.stores.purchases.find(world.shop, ORDER);
const customer = () => world.stores.customers.findByShopifyId(world.shop, CUSTOMER);

describe('every topic that we ask for', () => {
  it('has a body in the fixtures, and every body a topic', () => {
    expect(new Set(fixtures().map(({ topic }) => topic))).toEqual(new Set(Object.keys(topics)));
  });

  it.each(fixtures().map(({ name }) => name))('%s is read without fault', async (name) => {
    expect(['done', 'skipped']).toContain((await tellFixture(name)).state);
  });

  it.each(Object.keys(topics).filter((topic) => !['app/uninstalled', 'bulk_operations/finish'].includes(topic)))(
    '%s with an empty body is kept with its faults',
    async (topic) => {
      const outcome = await tell(topic, {});
      expect(outcome).toMatchObject({ state: 'refused', faults: expect.arrayContaining([expect.anything()]) });
    },
  );

  it.each(Object.keys(topics))('%s with a body that is no JSON is kept with its fault', async (topic) => {
    expect(await tell(topic, '{"id":')).toEqual({
      state: 'refused',
      faults: [unreadable('', 'this is not JSON')],
    });
  });
});

describe('orders', () => {
  it('become purchases of whoever bought', async () => {
    expect(await tellFixture('orders-paid')).toEqual({ state: 'done', outcome: 'recorded' });
    expect(await purchase()).toMatchObject({ snapshot: { state: 'paid' }, customerId: (await customer())?.id });
    expect(await tellFixture('orders-paid')).toEqual({ state: 'done', outcome: 'unchanged' });
  });

  it('take their refunds whichever comes first', async () => {
    await tellFixture('refunds-create');
    expect(await purchase()).toMatchObject({ snapshot: null, refunds: [{ refundId: '5301' }] });
    await tellFixture('orders-updated');
    expect(await tellFixture('refunds-create')).toEqual({ state: 'done', outcome: 'unchanged' });
    expect((await purchase())?.refunds).toHaveLength(1);
  });

  it('that were edited wait for the order itself', async () => {
    expect(await tellFixture('orders-edited')).toEqual({ state: 'skipped', outcome: 'told_by_orders_updated' });
    expect(await purchase()).toBeNull();
  });

  it('that were deleted stay so, whatever still arrives', async () => {
    await tellFixture('orders-paid');
    await tellFixture('orders-delete');
    await tellFixture('orders-updated');
    expect((await purchase())?.snapshot?.state).toBe('deleted');
  });

  it('that we asked for ourselves go the same way', async () => {
    await tell('orders/updated', fixture('orders-paid'), { webhookId: 'reconciled:5001:1', apiVersion: '' });
    expect((await purchase())?.snapshot?.name).toBe('#1001');
  });

  it('that cannot be read are kept, and read once the reader is mended', async () => {
    const bad = changed(fixture('orders-paid'), 'line_items.1.price_set.shop_money.amount', '1.001');
    const outcome = await tell('orders/paid', bad);
    expect(outcome).toEqual({
      state: 'refused',
      faults: [unreadable('line_items.1.price_set.shop_money.amount', 'more than the 2 decimals of EUR')],
    });
    const [row] = await world.stores.inbox.list(world.shop, { states: ['refused'], before: null, max: 10 });
    expect(row?.faults).toHaveLength(1);
    expect(row === undefined ? null : await world.stores.inbox.replay(world.shop, row.id, NOW)).toBe('filed');
  });
});

describe('customers', () => {
  it('are entered, corrected, and keep what they agreed to', async () => {
    expect(await tellFixture('customers-create')).toEqual({ state: 'done', outcome: 'recorded' });
    expect(await customer()).toMatchObject({ surname: 'Testová', emailConsent: { state: 'subscribed' } });
    await tellFixture('customers_email_marketing_consent-update');
    expect((await customer())?.emailConsent.state).toBe('unsubscribed');
  });

  it('whom we do not know cannot agree', async () => {
    expect(await tellFixture('customers_email_marketing_consent-update')).toEqual({
      state: 'skipped',
      outcome: 'unknown_customer',
    });
  });

  it('are joined when Shopify has joined them, not before', async () => {
    await tellFixture('customers-update');
    await tell('customers/update', { ...fixture('customers-update'), id: 6002 });
    const failed = { ...fixture('customers-merge'), status: 'failed' };
    expect(await tell('customers/merge', failed)).toEqual({ state: 'skipped', outcome: 'merge_not_completed' });
    expect(await tellFixture('customers-merge')).toEqual({ state: 'done', outcome: 'merged' });
  });

  it('may leave Shopify and stay ours', async () => {
    await tellFixture('customers-update');
    expect(await tellFixture('customers-delete')).toEqual({ state: 'done', outcome: 'removed' });
    expect(await customer()).toBeNull();
  });
});

describe('the shop itself', () => {
  it('passes on what a product costs', async () => {
    await tellFixture('inventory_items-update');
    expect(world.admin.at(world.shop).variantCosts.get('4101')).toBe(3100);
  });

  it('changes what it allows us', async () => {
    await tellFixture('app-scopes_update');
    expect((await world.stores.shops.find(world.shop))?.scopes).toEqual(['read_orders', 'write_customers']);
  });

  it('leaves, unless the news is older than its last arrival', async () => {
    const old = { triggeredAt: NOW - 31 * 86_400_000 };
    expect(await tell('app/uninstalled', fixture('app-uninstalled'), old)).toMatchObject({ outcome: 'unchanged' });
    expect(await tellFixture('app-uninstalled')).toEqual({ state: 'done', outcome: 'uninstalled' });
    expect((await world.stores.shops.find(world.shop))?.state).toBe('uninstalled');
  });
});

describe('privacy requests', () => {
  it('are answered with a file', async () => {
    await tellFixture('customers-update');
    expect(await tellFixture('customers-data_request')).toEqual({ state: 'done', outcome: 'exported' });
    expect(await world.stores.privacyFiles.read(world.shop, '2001')).toContain('jana@example.test');
  });

  it('erase a person', async () => {
    await tellFixture('customers-update');
    expect(await tellFixture('customers-redact')).toEqual({ state: 'done', outcome: 'erased' });
    expect(JSON.stringify(await customer())).not.toContain('jana');
  });

  it('erase a shop that has left, and only such a one', async () => {
    expect(await tellFixture('shop-redact')).toEqual({ state: 'skipped', outcome: 'installed_again' });
    await tellFixture('app-uninstalled');
    expect(await tellFixture('shop-redact')).toEqual({ state: 'done', outcome: 'erased' });
    expect(await world.stores.shops.find(world.shop)).toBeNull();
  });

  it.each(['customers-data_request', 'customers-redact', 'shop-redact'])(
    'of another shop than the one they came for are refused: %s',
    async (name) => {
      const body: Body = { ...fixture(name), shop_domain: 'another.myshopify.com' };
      const topic = fixtures().find((each) => each.name === name)?.topic ?? '';
      expect(await tell(topic, body)).toEqual({
        state: 'refused',
        faults: [unreadable('shop_domain', 'names another shop')],
      });
    },
  );
});

describe('what nobody asked for', () => {
  it.each(['moons/risen', 'constructor', '__proto__', ''])('%j is kept and told of', async (topic) => {
    expect(await tell(topic, {})).toEqual({ state: 'skipped', outcome: 'unknown_topic' });
  });

  it('is not acted on once its body is forgotten', async () => {
    const act = createActOnDelivery({ useCases: world.useCases });
    const item = { topic: 'orders/paid', body: null, triggeredAt: NOW, receivedAt: NOW } as unknown as InboxItem;
    expect(await act(world.shop as ShopId, item)).toEqual({ state: 'skipped', outcome: 'body_forgotten' });
  });
});
