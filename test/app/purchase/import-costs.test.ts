import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadVariantCost } from '../../../server/app/ports/shopify-admin.ts';
import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { productId } from '../../support/builders/ids.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

let world: World;
beforeEach(async () => {
  world = await setUp();
});

const goods = (i: number, change: Partial<ReadVariantCost> = {}): ReadVariantCost => {
  return {
    variantId: String(i),
    productId: productId(String(i)),
    costMinor: i * 100,
    isGiftCard: false,
    written: null,
    ...change,
  };
};
const manyGoods = (count: number) => Array.from({ length: count }, (_, i) => goods(i + 1));
const calls = ({ admin }: World) => admin.calls.filter(({ method }) => method === 'putVariantCosts');
const written = ({ admin }: World) => Object.fromEntries(admin.at(SHOP).variantCosts);
const goOn = ({ useCases }: World) => useCases.continueImport(SHOP);
const costs = async ({ stores }: World) => (await stores.imports.all(SHOP)).find(({ kind }) => kind === 'costs');

/** The import is begun and Shopify has finished its file; nothing of it is read yet. */
async function begun(to: World, lines: readonly ReadVariantCost[]): Promise<World> {
  to.admin.at(SHOP).costLines = lines;
  await to.useCases.startImport(SHOP);
  to.admin.finishBulk(SHOP, 'costs');
  return to;
}

describe('importing what a shop’s goods cost', () => {
  it('writes every cost where checkout finds it, 25 at a time', async () => {
    await begun(world, manyGoods(60));
    await goOn(world);
    expect(await costs(world)).toMatchObject({ state: 'done', done: 60, total: 60, endedAt: NOW });
    expect(calls(world).map(({ count }) => count)).toEqual([25, 25, 10]);
    expect(written(world)).toMatchObject({ 1: 100, 60: 6000 });
  });

  it('passes over goods without a cost, and what stands there already', async () => {
    const known = goods(3, { written: { value: '300', mark: 'a' } });
    await begun(world, [goods(1, { costMinor: null }), goods(2), known]);
    await goOn(world);
    expect(written(world)).toEqual({ 2: 200 });
    expect(await costs(world)).toMatchObject({ state: 'done', done: 3 });
  });

  it('keeps every discount of ours away from gift cards', async () => {
    await begun(world, [goods(1, { isGiftCard: true }), goods(2, { isGiftCard: true, costMinor: null })]);
    await goOn(world);
    expect(written(world)).toEqual({ 1: NEVER_DISCOUNTED, 2: NEVER_DISCOUNTED });
  });

  it('leaves a cost alone that changed after Shopify made the file', async () => {
    const { variantCosts } = world.admin.at(SHOP);
    variantCosts.set('2', 300);
    await begun(world, [goods(1), goods(2, { written: { value: '300', mark: 'a' } }), goods(3)]);
    variantCosts.set('1', 150).set('2', 250);
    await goOn(world);
    expect(written(world)).toEqual({ 1: 150, 2: 250, 3: 300 });
  });

  it('of 50,000 goods goes on turn by turn, and shows how far it is', async () => {
    await begun(world, manyGoods(50_000));
    await goOn(world);
    expect(calls(world)).toHaveLength(40);
    expect(await costs(world)).toMatchObject({ state: 'reading', done: 1000, total: 50_000 });
    for (let turns = 0; turns < 50; turns += 1) await goOn(world);
    expect(await costs(world)).toMatchObject({ state: 'done', done: 50_000 });
    expect(calls(world)).toHaveLength(2000);
  });

  it('ends its turn when Shopify is slow, so that nobody waits for it', async () => {
    const put = world.admin.putVariantCosts;
    Object.assign(world.admin, {
      putVariantCosts: async (...args: Parameters<typeof put>) => {
        world.clock.set(world.clock.now() + 4000);
        return put(...args);
      },
    });
    await begun(world, manyGoods(500));
    await goOn(world);
    expect(await costs(world)).toMatchObject({ state: 'reading', done: 75 });
  });

  it('is only asked for while the merchant waits, never read', async () => {
    await begun(world, manyGoods(60));
    await world.useCases.startImport(SHOP);
    expect(calls(world)).toEqual([]);
    expect(await costs(world)).toMatchObject({ state: 'reading', done: 0 });
  });

  it('ends the same wherever the process dies, once the lease has run out', async () => {
    const act = async (to: World): Promise<void> => {
      to.clock.set(to.clock.now() + 120_000);
      await goOn(to);
    };
    const prepare = async () => begun(await setUp(), manyGoods(90));
    const state = async (of: World) => ({ costs: written(of), state: (await costs(of))?.state });
    expect(await cutShort({ prepare, act, state })).toBeGreaterThan(10);
  });

  it('is begun anew for a shop that comes back, for costs may have changed while it was away', async () => {
    const { useCases, clock, admin } = world;
    await begun(world, manyGoods(3));
    for (const kind of ['customers', 'orders'] as const) admin.finishBulk(SHOP, kind);
    await goOn(world);
    await useCases.uninstall(SHOP);
    clock.set(NOW + 86_400_000);
    await useCases.install(SHOP, []);
    await useCases.refreshShop(SHOP);
    expect(admin.at(SHOP).bulks.map(({ kind }) => kind)).toEqual(['customers', 'orders', 'costs', 'costs']);
  });

  it('is begun for a shop that had taken the app before, and leaves the rest alone', async () => {
    const { imports } = world.stores;
    const over = { state: 'done', bulkOperationId: '1', done: 1, total: 1, endedAt: NOW, why: null } as const;
    for (const kind of ['customers', 'orders'] as const) await imports.put(SHOP, { ...over, kind, startedAt: NOW });
    await world.useCases.refreshShop(SHOP);
    expect(world.admin.at(SHOP).bulks.map(({ kind }) => kind)).toEqual(['costs']);
  });
});
