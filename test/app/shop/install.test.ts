import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { DAY_MS } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, setUp } from '../set-up.ts';
import { shopState, unseenShop } from './shop-state.ts';

const SCOPES = ['read_orders', 'read_customers'];
const away = (): AppError => new AppError('shopify_unavailable', true);

describe('installing a shop', () => {
  it('takes currency and time zone from Shopify, makes the discount and begins the import', async () => {
    const world = await unseenShop();
    expect(await world.useCases.install(world.shop, SCOPES)).toEqual({ outcome: 'installed' });
    const state = await shopState(world);
    expect(state.shop).toMatchObject({
      state: 'installed',
      currency: 'EUR',
      timeZone: 'Europe/Prague',
      scopes: SCOPES,
      installedAt: NOW,
      discountNodeId: state.discounts[0]?.id,
      settings: { floorOn: false, marginBp: 0, owedCounts: false },
    });
    expect(state).toMatchObject({ keysAgree: true, rules: [{ shop: world.shop, currency: 'EUR', keys: 1 }] });
    expect(state.imports.map(({ kind }) => kind)).toEqual(['costs', 'customers', 'orders']);
  });

  it('gives the shop numbers that begin with 2 and a key of 128 bits', async () => {
    const world = await unseenShop();
    await world.useCases.install(world.shop, SCOPES);
    const shop = await world.stores.shops.find(world.shop);
    expect(shop?.cardPrefix).toMatch(/^2\d{3}$/);
    expect(shop?.entitlementKeys).toEqual([{ id: 'a', hex: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
  });

  it('done twice is done once: one discount, one import, the same key', async () => {
    const world = await unseenShop();
    await world.useCases.install(world.shop, SCOPES);
    const [before, shop] = [await shopState(world), await world.stores.shops.find(world.shop)];
    expect(await world.useCases.install(world.shop, SCOPES)).toEqual({ outcome: 'already' });
    expect(await shopState(world)).toEqual(before);
    expect(await world.stores.shops.find(world.shop)).toEqual(shop);
  });

  it('asked for twice at once ends with one shop whose checkout knows its key', async () => {
    const world = await unseenShop();
    const both = [world.useCases.install(world.shop, SCOPES), world.useCases.install(world.shop, SCOPES)];
    expect((await Promise.all(both)).map(({ outcome }) => outcome).sort()).toEqual(['already', 'installed']);
    expect(await shopState(world)).toMatchObject({ keysAgree: true, discounts: { length: 1 }, imports: { length: 3 } });
  });

  it('can be cut after any step and begun again', async () => {
    const act = ({ useCases, shop }: Awaited<ReturnType<typeof unseenShop>>) => useCases.install(shop, SCOPES);
    expect(await cutShort({ prepare: unseenShop, act, state: shopState })).toBeGreaterThan(4);
  });

  it('lets the merchant in when Shopify fails after the first answer, and makes it good later', async () => {
    const world = await unseenShop();
    const { useCases, shop, admin } = world;
    const details = admin.at(shop).details;
    await world.stores.shops.save({
      ...(await installedShop()),
      ...details,
      discountNodeId: null,
      state: 'uninstalled',
    });
    admin.failNext(away(), away(), away());
    expect(await useCases.install(shop, SCOPES)).toEqual({ outcome: 'reinstalled' });
    expect((await shopState(world)).shop).toMatchObject({ state: 'installed', discountNodeId: null });
    await useCases.refreshShop(shop);
    expect(await shopState(world)).toMatchObject({
      keysAgree: true,
      shop: { discountNodeId: expect.any(String) },
      imports: { length: 3 },
    });
  });

  it('says that it cannot when Shopify does not even tell the currency, and does when asked again', async () => {
    const world = await unseenShop();
    world.admin.failNext(away());
    await expect(world.useCases.install(world.shop, SCOPES)).rejects.toMatchObject({ code: 'shopify_unavailable' });
    expect(await world.stores.shops.find(world.shop)).toBeNull();
    expect(await world.useCases.install(world.shop, SCOPES)).toEqual({ outcome: 'installed' });
  });

  it('of a shop that comes back finds its cards, keys and settings as it left them', async () => {
    const world = await setUp();
    const { useCases, stores, shop } = world;
    await useCases.install(shop, SCOPES);
    const before = await stores.shops.find(shop);
    await useCases.uninstall(shop);
    world.clock.set(NOW + DAY_MS);
    world.admin.at(shop).details = { ...world.admin.at(shop).details, name: 'New name' };
    expect(await useCases.install(shop, ['read_orders'])).toEqual({ outcome: 'reinstalled' });
    expect(await stores.shops.find(shop)).toEqual({
      ...before,
      name: 'New name',
      scopes: ['read_orders'],
      installedAt: NOW + DAY_MS,
    });
  });
});

const installedShop = async () => {
  const shop = await (await setUp()).stores.shops.find((await setUp()).shop);
  if (shop === null) throw new Error('set up without a shop');
  return shop;
};

describe('a shop that throws us out', () => {
  it('loses its tokens and its discount, and keeps everything else', async () => {
    const world = await setUp();
    const { useCases, shop, stores } = world;
    await useCases.install(shop, SCOPES);
    await stores.sessions.store(shop, aSession);
    expect(await useCases.uninstall(shop)).toEqual({ outcome: 'uninstalled' });
    expect(await stores.sessions.load(shop)).toBeNull();
    expect(await stores.shops.find(shop)).toMatchObject({
      state: 'uninstalled',
      uninstalledAt: NOW,
      discountNodeId: null,
    });
    expect(await useCases.uninstall(shop)).toEqual({ outcome: 'unchanged' });
  });

  it('is left alone when the news is older than its last arrival', async () => {
    const { useCases, shop, stores } = await setUp({ installedAt: NOW });
    await stores.sessions.store(shop, aSession);
    expect(await useCases.uninstall(shop, NOW - 1)).toEqual({ outcome: 'unchanged' });
    expect(await stores.sessions.load(shop)).toEqual(aSession);
    expect(await useCases.uninstall(shop, NOW)).toEqual({ outcome: 'uninstalled' });
  });

  it('can be cut after any step; told twice at once it goes once', async () => {
    const prepare = async () => {
      const world = await setUp({ discountNodeId: 'gid://shopify/DiscountAutomaticNode/1' });
      await world.stores.sessions.store(world.shop, aSession);
      return world;
    };
    expect(await cutShort({ prepare, act: ({ useCases, shop }) => useCases.uninstall(shop), state: shopState })).toBe(
      2,
    );
    const world = await prepare();
    await Promise.all([world.useCases.uninstall(world.shop), world.useCases.uninstall(world.shop)]);
    expect(await shopState(world)).toMatchObject({ shop: { state: 'uninstalled' }, session: null });
  });

  it('is nobody when we never saw it', async () => {
    const { useCases, shop } = await unseenShop();
    expect(await useCases.uninstall(shop)).toEqual({ outcome: 'unchanged' });
  });
});

const aSession = {
  accessToken: 'an-access-token',
  accessTokenExpiresAt: NOW + 3_600_000,
  refreshToken: 'a-refresh-token',
  refreshTokenExpiresAt: NOW + 90 * DAY_MS,
  scopes: SCOPES,
};
