import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';
import { sessionToken } from '../support/signing.ts';
import { adminRoutes, tillRoutes } from './routes.ts';

const SHOP = 'first-look.myshopify.com';
const now = () => Math.floor(Date.now() / 1000);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const ask = (path: string, authorization: string | null) =>
  fetch(`${app.url}${path}`, { headers: authorization === null ? {} : { authorization } });

/** `alg: none`, the oldest trick. */
const unsigned = (): string => {
  const [, body] = sessionToken(SHOP).split('.');
  return `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')}.${body}.`;
};

const refused: readonly (readonly [string, () => string | null])[] = [
  ['no token', () => null],
  ['another scheme', () => `Basic ${sessionToken(SHOP)}`],
  ['rubbish', () => 'Bearer rubbish'],
  ['an empty token', () => 'Bearer '],
  ['a token of 100 kB', () => `Bearer ${'a'.repeat(9000)}`],
  ['a token signed by somebody else', () => `Bearer ${sessionToken(SHOP, {}, 'another-secret')}`],
  ['a token without signature', () => `Bearer ${unsigned()}`],
  ['an expired token', () => `Bearer ${sessionToken(SHOP, { exp: now() - 60, nbf: now() - 120, iat: now() - 120 })}`],
  ['a token of tomorrow', () => `Bearer ${sessionToken(SHOP, { nbf: now() + 3600, exp: now() + 7200 })}`],
  ['a token for another app', () => `Bearer ${sessionToken(SHOP, { aud: 'another-app' })}`],
  [
    'a token issued by another shop',
    () => `Bearer ${sessionToken(SHOP, { iss: 'https://other.myshopify.com/admin' })}`,
  ],
  ['a token for another place', () => `Bearer ${sessionToken(SHOP, { dest: 'https://other.myshopify.com' })}`],
  [
    'a token of no Shopify shop',
    () => `Bearer ${sessionToken('shop.example', { iss: 'https://shop.example/admin', dest: 'https://shop.example' })}`,
  ],
  ['a token of a shop that only looks like one', () => `Bearer ${sessionToken('a.myshopify.com.evil.example')}`],
  ["a shopper's token, which has no issuer", () => `Bearer ${sessionToken(SHOP, { iss: undefined, dest: SHOP })}`],
  [
    "a shopper's token, whose subject is a customer",
    () => `Bearer ${sessionToken(SHOP, { sub: 'gid://shopify/Customer/1' })}`,
  ],
  ['a token without subject', () => `Bearer ${sessionToken(SHOP, { sub: undefined })}`],
];

describe('who asks', () => {
  it.each(refused)('turns away %s, and tells App Bridge to try a new one', async (_case, authorization) => {
    for (const path of ['/api/shop', '/ext/cards/2000000000008']) {
      const response = await ask(path, authorization());
      expect(response.status).toBe(401);
      expect(response.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
      expect(await response.json()).toEqual({ code: 'unauthorized' });
    }
    expect(await app.stores.shops.find(app.shop(SHOP))).toBeNull();
  });

  it('turns away every route without a token, also one with a broken body', async () => {
    for (const { method, path } of [...adminRoutes, ...tillRoutes]) {
      const body = method === 'GET' ? {} : { body: '{' };
      const response = await fetch(`${app.url}${path}`, { method, ...body });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('installs a shop at first sight, once, however many requests its page sends', async () => {
    const shop = 'opened-just-now.myshopify.com';
    const answers = await Promise.all(
      ['/api/shop', '/api/home', '/api/programs'].map((path) => app.as(shop).get(path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(app.exchanges.filter((one) => one === shop)).toHaveLength(1);
    expect(await app.stores.shops.find(app.shop(shop))).toMatchObject({ state: 'installed' });
  });

  it('installs again what was uninstalled', async () => {
    const shop = 'came-back.myshopify.com';
    await app.as(shop).get('/api/shop');
    await app.useCases.uninstall(app.shop(shop));
    expect((await app.as(shop).get('/api/shop')).status).toBe(200);
    expect(await app.stores.shops.find(app.shop(shop))).toMatchObject({ state: 'installed', uninstalledAt: null });
  });

  it('asks App Bridge for a new token when Shopify no longer takes this one', async () => {
    const response = await app.as('stale-token.myshopify.com').get('/api/shop');
    expect(response.status).toBe(401);
    expect(response.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
    expect(await app.stores.shops.find(app.shop('stale-token.myshopify.com'))).toBeNull();
  });

  it('takes the shop from the token, whatever the address says', async () => {
    const response = await app.as(SHOP).get('/api/shop?shop=other.myshopify.com');
    expect(await response.json()).toMatchObject({ shop: SHOP });
    expect(await app.stores.shops.find(app.shop('other.myshopify.com'))).toBeNull();
  });

  it('keeps what it answers out of every cache', async () => {
    expect((await app.as(SHOP).get('/api/customers')).headers.get('cache-control')).toBe('no-store');
  });

  it('lets extensions ask from any origin, and nobody else', async () => {
    const asked = { method: 'OPTIONS', headers: { origin: 'https://extensions.example' } };
    const till = await fetch(`${app.url}/ext/quote`, asked);
    expect(till.status).toBe(204);
    expect(till.headers.get('access-control-allow-origin')).toBe('*');
    expect(till.headers.get('access-control-allow-headers')).toContain('Authorization');
    const admin = await app.as(SHOP).get('/api/shop');
    expect(admin.headers.get('access-control-allow-origin')).toBeNull();
  });
});
