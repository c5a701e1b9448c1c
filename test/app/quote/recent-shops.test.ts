import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import type { ShopStore } from '../../../server/app/ports/shop-store.ts';
import { createRecentShops } from '../../../server/app/recent-shops.ts';
import { NOW, setUp } from '../set-up.ts';

async function counting() {
  const world = await setUp();
  const state = { reads: 0, isAway: false };
  const shops: ShopStore = {
    ...world.stores.shops,
    find: async (shop) => {
      state.reads += 1;
      if (state.isAway) throw new AppError('storage_unavailable', true);
      return world.stores.shops.find(shop);
    },
  };
  return { world, state, recent: createRecentShops(shops, world.clock) };
}

describe('a shop known from a moment ago', () => {
  it('is read once in two seconds, however many ask at once', async () => {
    const { world, state, recent } = await counting();
    const both = await Promise.all([recent.find(world.shop), recent.find(world.shop)]);
    expect(both.map((shop) => shop?.name)).toEqual(['Demo shop', 'Demo shop']);
    world.clock.set(NOW + 1999);
    await recent.find(world.shop);
    expect(state.reads).toBe(1);
    world.clock.set(NOW + 2000);
    await recent.find(world.shop);
    expect(state.reads).toBe(2);
  });

  it('is read again after every change made through it', async () => {
    const { world, recent } = await counting();
    await recent.find(world.shop);
    await recent.store.change(world.shop, { name: 'Changed' });
    expect((await recent.find(world.shop))?.name).toBe('Changed');
    const shop = await recent.find(world.shop);
    if (shop !== null) await recent.store.save({ ...shop, name: 'Saved' });
    expect((await recent.find(world.shop))?.name).toBe('Saved');
    await recent.store.eraseShop(world.shop);
    expect(await recent.find(world.shop)).toBeNull();
  });

  it('does not keep a failure, nor a clock that was set back', async () => {
    const { world, state, recent } = await counting();
    state.isAway = true;
    await expect(recent.find(world.shop)).rejects.toMatchObject({ code: 'storage_unavailable' });
    state.isAway = false;
    expect((await recent.find(world.shop))?.name).toBe('Demo shop');
    world.clock.set(NOW - 60_000);
    await recent.find(world.shop);
    expect(state.reads).toBe(3);
  });
});
