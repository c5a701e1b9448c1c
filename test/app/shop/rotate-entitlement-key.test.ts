import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { cutShort } from '../cut-short.ts';
import { setUp, type World } from '../set-up.ts';
import { shopState } from './shop-state.ts';

const rotate = ({ useCases, shop }: World) => useCases.rotateEntitlementKey(shop);
const keysOf = async ({ stores, shop }: World) => (await stores.shops.find(shop))?.entitlementKeys ?? [];
const keysAtCheckout = ({ admin, shop }: World) => [...admin.at(shop).rules.values()][0]?.keys ?? [];

describe('changing the signing key', () => {
  it('puts a new key in front; the one before still verifies, here and at checkout', async () => {
    const world = await setUp();
    const [old] = await keysOf(world);
    await rotate(world);
    const keys = await keysOf(world);
    expect(keys).toEqual([{ id: 'b', hex: expect.stringMatching(/^[0-9a-f]{32}$/) }, old]);
    expect(keysAtCheckout(world)).toEqual(keys);
  });

  it('keeps two at most, and never two with the same id', async () => {
    const world = await setUp();
    for (let i = 0; i < 40; i += 1) {
      await rotate(world);
      const keys = await keysOf(world);
      expect([keys.length, new Set(keys.map(({ id }) => id)).size, keys[0]?.id.length]).toEqual([2, 2, 1]);
    }
  });

  it('at no instant signs with a key that checkout does not know', async () => {
    for (let writes = 1; writes <= 6; writes += 1) {
      const world = await setUp();
      await world.useCases.refreshShop(world.shop);
      world.cutter.dieAfter(writes);
      await rotate(world).catch(() => undefined);
      const [signing] = await keysOf(world);
      expect(keysAtCheckout(world)).toContainEqual(signing);
    }
  });

  it('leaves the old key in use when checkout cannot be told', async () => {
    const world = await setUp();
    const before = await keysOf(world);
    world.admin.failNext(new AppError('shopify_unavailable', true));
    await expect(rotate(world)).rejects.toMatchObject({ code: 'shopify_unavailable' });
    expect(await keysOf(world)).toEqual(before);
  });

  it('can be cut after any step and done again; two at once leave shop and checkout agreeing', async () => {
    const state = async (world: World) => ({ ...(await shopState(world)), shop: null });
    expect(await cutShort({ prepare: () => setUp(), act: rotate, state })).toBeGreaterThan(3);
    const world = await setUp();
    await Promise.all([rotate(world), rotate(world)]);
    expect(keysAtCheckout(world)).toEqual(await keysOf(world));
  });
});
