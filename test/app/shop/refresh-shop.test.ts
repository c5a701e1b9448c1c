import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { createPrepareCheckout } from '../../../server/app/shop/prepare-checkout.ts';
import { cutShort } from '../cut-short.ts';
import { setUp, type World } from '../set-up.ts';
import { shopState } from './shop-state.ts';

const moved = async (): Promise<World> => {
  const world = await setUp();
  world.admin.at(world.shop).details = {
    name: 'Moved',
    currency: 'EUR',
    timeZone: 'Europe/Kyiv',
    pricesIncludeTax: false,
  };
  return world;
};
const act = ({ useCases, shop }: World) => useCases.refreshShop(shop);

describe('looking after a shop', () => {
  it('takes over what Shopify says of it and makes sure of discount, rules and import', async () => {
    const world = await moved();
    await act(world);
    expect(await shopState(world)).toMatchObject({
      shop: { name: 'Moved', timeZone: 'Europe/Kyiv', pricesIncludeTax: false, discountNodeId: expect.any(String) },
      keysAgree: true,
      discounts: { length: 1 },
      imports: { length: 3 },
    });
  });

  it('done twice changes nothing more', async () => {
    const world = await moved();
    await act(world);
    const before = await shopState(world);
    await act(world);
    expect(await shopState(world)).toEqual(before);
  });

  it('at the same time as a key is changed leaves a checkout that knows the key', async () => {
    for (const order of [0, 1]) {
      const world = await moved();
      const both = [() => act(world), () => world.useCases.rotateEntitlementKey(world.shop)];
      await Promise.all((order === 0 ? both : both.reverse()).map((each) => each()));
      expect(await shopState(world)).toMatchObject({ keysAgree: true, discounts: { length: 1 } });
    }
  });

  it('tells checkout once more when somebody changes the shop while Shopify answers', async () => {
    const world = await setUp();
    const { stores, shop, admin } = world;
    let isFirst = true;
    const slow: typeof admin = {
      ...admin,
      putCheckoutRules: async (...told) => {
        if (isFirst) await stores.shops.change(shop, { entitlementKeys: [{ id: 'z', hex: 'f'.repeat(32) }] });
        isFirst = false;
        await admin.putCheckoutRules(...told);
      },
    };
    await createPrepareCheckout({ stores, admin: slow })(shop);
    expect(await shopState(world)).toMatchObject({ keysAgree: true, rules: { length: 1 } });
  });

  it('can be cut after any step and begun again', async () => {
    expect(await cutShort({ prepare: moved, act, state: shopState })).toBeGreaterThan(4);
  });

  it('puts a discount back that the merchant has deleted', async () => {
    const world = await moved();
    await act(world);
    world.admin.at(world.shop).discounts.length = 0;
    world.admin.at(world.shop).rules.clear();
    await act(world);
    expect(await shopState(world)).toMatchObject({ discounts: { length: 1 }, rules: { length: 1 }, keysAgree: true });
  });

  it('says aloud when the currency is another one, and tells checkout', async () => {
    const world = await moved();
    world.admin.at(world.shop).details = { ...world.admin.at(world.shop).details, currency: 'UAH' };
    await act(world);
    expect(world.logged).toContainEqual({
      level: 'error',
      event: 'shop.currency_changed',
      facts: { shop: world.shop },
    });
    expect((await shopState(world)).rules).toMatchObject([{ currency: 'UAH' }]);
  });

  it('learns from Shopify that the shop has thrown us out when that news got lost', async () => {
    const world = await moved();
    world.admin.at(world.shop).isInstalled = false;
    await act(world);
    expect((await shopState(world)).shop).toMatchObject({ state: 'uninstalled' });
    const { calls } = world.admin;
    const before = calls.length;
    await act(world);
    expect(calls.length).toBe(before);
  });

  it('says so when Shopify fails', async () => {
    const world = await moved();
    world.admin.failNext(new AppError('shopify_throttled', true));
    await expect(act(world)).rejects.toMatchObject({ code: 'shopify_throttled', retryable: true });
  });

  it('notes what the merchant allows us now', async () => {
    const { useCases, shop, stores } = await setUp();
    await useCases.updateScopes(shop, ['read_orders', 'write_discounts']);
    await useCases.updateScopes(shop, ['read_orders', 'write_discounts']);
    expect((await stores.shops.find(shop))?.scopes).toEqual(['read_orders', 'write_discounts']);
  });
});
