import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { anOrder, atDay, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { aShop, NOW, SHOP, setUp, type World } from '../set-up.ts';

const MINUTE_MS = 60_000;
const reconcile = ({ useCases }: World) => useCases.reconcile(SHOP);
const filed = async ({ stores }: World) =>
  (await stores.inbox.list(SHOP, { states: [], before: null, max: 100 })).map(({ webhookId }) => webhookId).sort();
const lookedUpTo = async ({ stores }: World) => (await stores.shops.find(SHOP))?.reconciledAt;

/** Five orders that Shopify has, an hour apart, and whose webhooks all got lost. */
async function withLost(): Promise<World> {
  const world = await setUp();
  world.admin.at(SHOP).orders = [1, 2, 3, 4, 5].map((id) => ({
    id: String(id),
    updatedAt: NOW - (6 - id) * 60 * MINUTE_MS,
    body: `{"id":${id}}`,
  }));
  return world;
}

describe('reconciling with Shopify', () => {
  it('files every order that no webhook told us of, and remembers how far it looked', async () => {
    const world = await withLost();
    expect(await reconcile(world)).toEqual({ seen: 5, filed: 5 });
    expect((await filed(world))[0]).toBe(`reconciled:1:${NOW - 300 * MINUTE_MS}`);
    expect(await lookedUpTo(world)).toBe(NOW);
    expect(world.nudges.inbox).toBe(1);
  });

  it('leaves out what we know, unless it was updated since', async () => {
    const world = await withLost();
    const updatedAt = NOW - 300 * MINUTE_MS;
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { updatedAt })));
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { updatedAt })));
    expect(await reconcile(world)).toEqual({ seen: 5, filed: 4 });
    expect(await filed(world)).not.toContain(`reconciled:1:${updatedAt}`);
  });

  it('asks for no order that it knows, which would cost the calls that checkout is told by', async () => {
    const world = await withLost();
    const asked: string[] = [];
    const ask = world.admin.ordersUpdatedSince;
    Object.assign(world.admin, {
      ordersUpdatedSince: async (...args: Parameters<typeof ask>) => {
        const page = await ask(...args);
        const noted = (order: (typeof page.orders)[number]) => {
          asked.push(order.id);
          return order.body();
        };
        return { ...page, orders: page.orders.map((order) => ({ ...order, body: () => noted(order) })) };
      },
    });
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { updatedAt: NOW - 300 * MINUTE_MS })));
    await reconcile(world);
    expect(asked.sort()).toEqual(['2', '3', '4', '5']);
  });

  it('looks back a quarter of an hour behind the last look, and files nothing twice', async () => {
    const world = await withLost();
    await reconcile(world);
    const orders = world.admin.at(SHOP).orders;
    orders.push({ id: '6', updatedAt: NOW - 14 * MINUTE_MS, body: '{}' });
    orders.push({ id: '7', updatedAt: NOW - 16 * MINUTE_MS, body: '{}' });
    world.clock.set(NOW + MINUTE_MS);
    expect(await reconcile(world)).toEqual({ seen: 1, filed: 1 });
    expect(await reconcile(world)).toEqual({ seen: 1, filed: 0 });
  });

  it('begins at the installation', async () => {
    const world = await withLost();
    const { installedAt } = aShop();
    world.admin.at(SHOP).orders = [
      { id: '1', updatedAt: installedAt - 60 * MINUTE_MS, body: '{}' },
      { id: '2', updatedAt: installedAt + 1, body: '{}' },
    ];
    expect(await reconcile(world)).toEqual({ seen: 1, filed: 1 });
  });

  it('files each order once when two look at once', async () => {
    const world = await withLost();
    await Promise.all([reconcile(world), reconcile(world)]);
    expect(await filed(world)).toHaveLength(5);
  });

  it('goes on from the page before when Shopify stops answering', async () => {
    const world = await withLost();
    const ask = world.admin.ordersUpdatedSince;
    let pages = 0;
    Object.assign(world.admin, {
      ordersUpdatedSince: async (...args: Parameters<typeof ask>) => {
        pages += 1;
        if (pages === 2) throw new AppError('shopify_unavailable', true);
        return ask(...args);
      },
    });
    await expect(reconcile(world)).rejects.toMatchObject({ code: 'shopify_unavailable' });
    expect(await lookedUpTo(world)).toBe(NOW - 240 * MINUTE_MS);
    expect(await reconcile(world)).toEqual({ seen: 4, filed: 3 });
  });

  it('asks nothing of a shop that has left', async () => {
    const world = await withLost();
    await world.stores.shops.change(SHOP, { state: 'uninstalled', uninstalledAt: atDay(0) });
    expect(await reconcile(world)).toEqual({ seen: 0, filed: 0 });
    expect(world.admin.calls).toEqual([]);
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withLost, act: reconcile })).toBeGreaterThanOrEqual(8);
  });
});
