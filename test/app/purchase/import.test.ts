import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';

const start = ({ useCases }: World) => useCases.startImport(SHOP);
const goOn = ({ useCases }: World) => useCases.continueImport(SHOP);
const filed = ({ stores }: World) => stores.inbox.list(SHOP, { states: [], before: null, max: 1000 });
const bulks = ({ admin }: World) => admin.at(SHOP).bulks.map(({ kind }) => kind);

/** A shop with a past: 3 customers and 450 orders, or fewer. */
async function withPast(orders = 450): Promise<World> {
  const world = await setUp();
  const lines = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: String(i + 1), body: `{"id":${i + 1}}` }));
  Object.assign(world.admin.at(SHOP).lines, { customers: lines(3), orders: lines(orders) });
  return world;
}

async function finish(world: World): Promise<void> {
  world.admin.finishBulk(SHOP, 'customers');
  world.admin.finishBulk(SHOP, 'orders');
  world.admin.finishBulk(SHOP, 'costs');
}

describe('importing a shop’s past', () => {
  it('asks Shopify for customers, orders and costs, and says that all of them run', async () => {
    const world = await withPast();
    expect(await start(world)).toMatchObject([
      { kind: 'customers', state: 'running', total: null },
      { kind: 'orders', state: 'running', total: null },
      { kind: 'costs', state: 'running', total: null },
    ]);
    expect(bulks(world)).toEqual(['customers', 'orders', 'costs']);
    expect(await goOn(world)).toMatchObject([{ state: 'running' }, { state: 'running' }, { state: 'running' }]);
  });

  it('files every line when Shopify has finished, as the webhook of its kind', async () => {
    const world = await withPast();
    await start(world);
    await finish(world);
    expect(await goOn(world)).toMatchObject([
      { kind: 'customers', state: 'done', done: 3, total: 3, endedAt: NOW },
      { kind: 'orders', state: 'done', done: 450, total: 450, endedAt: NOW },
      { kind: 'costs', state: 'done', done: 0, total: 0, endedAt: NOW },
    ]);
    const topics = (await filed(world)).map(({ topic }) => topic);
    expect(topics.filter((topic) => topic === 'customers/update')).toHaveLength(3);
    expect(topics.filter((topic) => topic === 'orders/updated')).toHaveLength(450);
  });

  it('spreads itself over time, so that deliveries of today come between', async () => {
    const world = await withPast();
    await start(world);
    await finish(world);
    await goOn(world);
    const last = Math.max(...(await filed(world)).map(({ notBeforeAt }) => notBeforeAt));
    expect(last).toBe(NOW + Math.floor((449 * 1000) / 300));
    await world.stores.inbox.file(SHOP, {
      webhookId: 'live',
      topic: 'orders/paid',
      apiVersion: '2026-10',
      triggeredAt: NOW,
      receivedAt: NOW + 1,
      body: '{}',
    });
    const next = await world.stores.inbox.claim(NOW + 1000, NOW + 60_000, 10);
    expect(next.map(({ webhookId }) => webhookId)).toContain('live');
  });

  it('shows how far it is while it reads', async () => {
    const world = await withPast();
    const seen: number[] = [];
    const put = world.stores.imports.put;
    Object.assign(world.stores.imports, {
      put: async (...args: Parameters<typeof put>) => {
        if (args[1].kind === 'orders' && args[1].state === 'reading') seen.push(args[1].done);
        return put(...args);
      },
    });
    await start(world);
    await finish(world);
    await goOn(world);
    expect(seen).toEqual([0, 200, 400, 450]);
  });

  it('starts one operation per kind, however often it is asked and by how many', async () => {
    const world = await withPast();
    await Promise.all([start(world), start(world), goOn(world)]);
    await start(world);
    expect(bulks(world).sort()).toEqual(['costs', 'customers', 'orders']);
  });

  it('reads once when two look at once, and does nothing more when it is done', async () => {
    const world = await withPast();
    await start(world);
    await finish(world);
    await Promise.all([goOn(world), goOn(world)]);
    expect(world.admin.calls.filter(({ method }) => method === 'readBulk')).toHaveLength(2);
    const before = await wholeState(world);
    await goOn(world);
    expect(await wholeState(world)).toEqual(before);
  });

  it('has nothing to do for a shop without a past', async () => {
    const world = await setUp();
    await start(world);
    await finish(world);
    expect(await goOn(world)).toMatchObject([
      { state: 'done', total: 0 },
      { state: 'done', total: 0 },
      { state: 'done', total: 0 },
    ]);
  });

  it('says why it failed, and begins anew when it is started again', async () => {
    const world = await withPast();
    await start(world);
    world.admin.finishBulk(SHOP, 'orders', 'failed');
    expect(await goOn(world)).toMatchObject([
      { state: 'running' },
      { state: 'failed', why: 'INTERNAL_SERVER_ERROR' },
      { state: 'running' },
    ]);
    expect(await start(world)).toMatchObject([{}, { state: 'running', why: null }, {}]);
    expect(bulks(world)).toEqual(['customers', 'orders', 'costs', 'orders']);
  });

  it('ends in words when Shopify refuses, and goes on later when it only did not answer', async () => {
    const world = await withPast();
    world.admin.failNext(new AppError('shopify_refused', false), new AppError('shopify_unavailable', true));
    await expect(start(world)).rejects.toMatchObject({ code: 'shopify_unavailable' });
    expect(await goOn(world)).toMatchObject([
      { state: 'failed', why: 'shopify_refused' },
      { state: 'running' },
      { state: 'running' },
    ]);
  });

  it('ends the same wherever the process dies, once the lease has run out', async () => {
    const act = async (world: World): Promise<void> => {
      await start(world);
      for (let looks = 0; looks < 2; looks += 1) {
        world.clock.set(world.clock.now() + 120_000);
        await goOn(world);
        await finish(world);
      }
      await goOn(world);
    };
    const state = async (world: World) => ({
      imports: (await world.stores.imports.all(SHOP)).map(({ kind, state, done, total }) => ({
        kind,
        state,
        done,
        total,
      })),
      filed: new Set((await filed(world)).map(({ topic, webhookId }) => `${topic} ${webhookId.split(':').at(-1)}`)),
    });
    expect(await cutShort({ prepare: () => withPast(20), act, state })).toBeGreaterThan(40);
  });
});

describe('recording what a variant costs', () => {
  const withCosts = async (): Promise<World> => {
    const world = await setUp();
    const costs = Array.from({ length: 30 }, (_, i) => ({
      variantId: String(i),
      productId: null,
      costMinor: i === 0 ? null : i * 100,
      isGiftCard: false,
    }));
    world.admin.at(SHOP).costs.set('7', costs);
    return world;
  };
  const record = ({ useCases }: World) => useCases.recordVariantCost(SHOP, '7');

  it('asks Shopify and writes them into the variants, 25 at a time', async () => {
    const world = await withCosts();
    await record(world);
    expect(world.admin.at(SHOP).variantCosts.get('29')).toBe(2900);
    expect(world.admin.at(SHOP).variantCosts.get('0')).toBeNull();
    expect(world.admin.calls.filter(({ method }) => method === 'putVariantCosts').map(({ count }) => count)).toEqual([
      25, 5,
    ]);
  });

  it('keeps every discount of ours away from gift cards, whatever they cost', async () => {
    const world = await setUp();
    const giftCards = [null, 0, 4000].map((costMinor, i) => {
      return { variantId: String(i), productId: null, costMinor, isGiftCard: true };
    });
    world.admin.at(SHOP).costs.set('7', giftCards);
    await record(world);
    expect([...world.admin.at(SHOP).variantCosts.values()]).toEqual(giftCards.map(() => NEVER_DISCOUNTED));
  });

  it('writes the same again, at once, and after a crash; and nothing where there is no variant', async () => {
    const world = await withCosts();
    await Promise.all([record(world), record(world)]);
    expect(world.admin.at(SHOP).variantCosts.size).toBe(30);
    expect(await cutShort({ prepare: withCosts, act: record })).toBe(3);
    await world.useCases.recordVariantCost(SHOP, '8');
    expect(world.admin.at(SHOP).variantCosts.size).toBe(30);
  });
});
