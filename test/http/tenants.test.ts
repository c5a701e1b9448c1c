import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';
import { adminRoutes, type RouteUnderTest, tillRoutes } from './routes.ts';
import { fill, type Seeded, seedShop } from './seed-shop.ts';

const OURS = 'ours.myshopify.com';
const THEIRS = 'theirs.myshopify.com';

let app: TestApp;
let ours: Seeded;
let theirs: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  ours = await seedShop(app, OURS);
  theirs = await seedShop(app, THEIRS);
});
afterAll(() => app.stop());

const withIds = [...adminRoutes, ...tillRoutes].filter((route) => route.unknown !== undefined);
const named = (route: RouteUnderTest) => [`${route.method} ${route.path}`, route] as const;

/** Everything of the other shop that our requests could have touched. */
const everythingTheirs = async () =>
  Promise.all(
    [
      '/api/customers',
      '/api/series',
      '/api/cards',
      '/api/programs',
      '/api/settings',
      '/api/inbox',
      '/api/draws',
      '/api/simulations',
    ].map(async (path) => (await app.as(THEIRS).get(path)).text()),
  );

describe("another shop's ids", () => {
  it.each(withIds.map(named))('%s knows nothing of them and changes nothing', async (_name, route) => {
    const before = await everythingTheirs();
    const response = await app.as(OURS).send(route.method, fill(route.path, theirs), fill(route.body, theirs));
    expect([response.status, await response.json()]).toEqual([404, { code: route.unknown }]);
    expect(await everythingTheirs()).toEqual(before);
  });

  it.each(withIds.map(named))('%s answers the same to an id that nobody has', async (_name, route) => {
    const nobody: Seeded = {
      customer: 'cus_nobodynobody',
      program: 'prg_nobodynobody',
      card: '2999999999991',
      delivery: 'inb_nobodynobody',
      draw: 'drw_nobodynobody',
      simulation: 'sim_nobodynobody',
    };
    const response = await app.as(OURS).send(route.method, fill(route.path, nobody), fill(route.body, nobody));
    expect([response.status, await response.json()]).toEqual([404, { code: route.unknown }]);
  });

  it.each(withIds.filter((route) => route.method === 'GET').map(named))('%s knows our own', async (_name, route) => {
    expect((await app.as(OURS).get(fill(route.path, ours))).status).toBe(200);
  });

  it.each([
    ['/api/customers/:customer/level', { programId: ':program', discountBp: 100, note: '' }, 'unknown_program'],
    ['/api/cards/:card/link', { customerId: ':customer' }, 'unknown_customer'],
    ['/api/cards/:card/replace', { number: ':card', note: '' }, 'unknown_card'],
  ])('%s refuses a foreign id in the body too', async (path, body, code) => {
    const response = await app.as(OURS).send('POST', fill(path, ours), fill(body, theirs));
    expect([response.status, await response.json()]).toEqual([404, { code }]);
  });

  it('a list with a foreign filter is empty or refused, never theirs', async () => {
    for (const filter of [`programId=${theirs.program}`, `after=${theirs.card}`]) {
      const response = await app.as(OURS).get(`/api/cards?${filter}`);
      expect(await response.text()).not.toContain(theirs.card);
    }
    const list = await (await app.as(OURS).get(`/api/inbox?before=${theirs.delivery}`)).text();
    expect(list).not.toContain(theirs.delivery);
  });
});
