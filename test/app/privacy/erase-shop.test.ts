import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { cutShort } from '../cut-short.ts';
import { aShop, type World } from '../set-up.ts';
import { everything, knownPerson } from './known-person.ts';

const OTHER = 'other.myshopify.com' as ShopId;
const erase = ({ useCases, shop }: World) => useCases.eraseShop(shop);

async function gone(): Promise<World> {
  const { world } = await knownPerson();
  await world.stores.shops.save(aShop({ id: OTHER }));
  await world.useCases.uninstall(world.shop);
  return world;
}

describe('forgetting a shop', () => {
  it('leaves nothing of it, and others alone', async () => {
    const world = await gone();
    expect(await erase(world)).toEqual({ outcome: 'erased' });
    expect(await world.stores.shops.find(world.shop)).toBeNull();
    const { entitlements: _inShopify, costs: _costs, sweeps: _sweeps, ...left } = await everything(world);
    expect(left).toEqual({
      customers: [],
      unitCosts: [],
      waiting: 0,
      deliveries: [],
      programs: [],
      versions: [],
      imports: [],
      reconciledAt: undefined,
      everyCard: [],
      purchases: [null, null, null, null],
      bodies: [],
      files: [],
    });
    expect(await world.stores.shops.find(OTHER)).toEqual(aShop({ id: OTHER }));
  });

  it('done twice or twice at once is done once, and can be cut', async () => {
    const world = await gone();
    await Promise.all([erase(world), erase(world)]);
    expect(await erase(world)).toEqual({ outcome: 'erased' });
    expect(await cutShort({ prepare: gone, act: erase, state: everything })).toBe(1);
  });

  it('is refused when the merchant has come back and Shopify lets us in', async () => {
    const { world } = await knownPerson();
    const before = await everything(world);
    expect(await erase(world)).toEqual({ outcome: 'installed_again' });
    expect(await everything(world)).toEqual(before);
    expect(world.logged).toContainEqual(expect.objectContaining({ level: 'warn', event: 'shop.erasure_refused' }));
  });

  it('is done when only the news of the departure got lost; waits when Shopify cannot say', async () => {
    const { world } = await knownPerson();
    world.admin.failNext(new AppError('shopify_unavailable', true));
    await expect(erase(world)).rejects.toMatchObject({ code: 'shopify_unavailable' });
    world.admin.at(world.shop).isInstalled = false;
    expect(await erase(world)).toEqual({ outcome: 'erased' });
    expect(await world.stores.shops.find(world.shop)).toBeNull();
  });
});
