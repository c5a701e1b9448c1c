import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';
import { proxyQuery } from '../support/signing.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'storefront.myshopify.com';
const NOBODYS = '2999999999991';

let app: TestApp;
let known: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  known = await seedShop(app, SHOP);
});
afterAll(() => app.stop());

type Typed = { readonly number?: unknown; readonly session?: unknown };

const type = (query: string, typed: Typed, address = '203.0.113.1') =>
  fetch(`${app.url}/proxy/card?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(typed),
  });

const seconds = (ago: number): string => String(Math.floor(Date.now() / 1000) - ago);
const notAccepted = { accepted: false, statement: null, discountBp: null };

describe('a card number typed on the storefront', () => {
  it.each([
    ['no signature', () => 'shop=storefront.myshopify.com'],
    ['no query', () => ''],
    ['a signature of somebody else', () => proxyQuery(SHOP, {}, 'another-secret')],
    ['a signature for another shop', () => proxyQuery('other.myshopify.com').replace('other', 'storefront')],
    ['a signature that is too old', () => proxyQuery(SHOP, { timestamp: seconds(3600) })],
    ['a signature of the future', () => proxyQuery(SHOP, { timestamp: seconds(-3600) })],
    ['a shop named twice', () => `${proxyQuery(SHOP)}&shop=other.myshopify.com`],
    ['a changed customer', () => proxyQuery(SHOP).replace('logged_in_customer_id=', 'logged_in_customer_id=7')],
  ])('is not even looked at with %s', async (_case, query) => {
    const response = await type(query(), { number: known.card, session: 's' });
    expect([response.status, await response.json()]).toEqual([401, { code: 'unauthorized' }]);
  });

  it('gets one and the same answer when unknown, foreign, blocked, not handed over or no number at all', async () => {
    const theirs = await seedShop(app, 'neighbour.myshopify.com');
    const { cards } = (await (await app.as(SHOP).get('/api/cards')).json()) as { cards: { number: string }[] };
    const blocked = cards[2]?.number ?? '';
    expect((await app.as(SHOP).post(`/api/cards/${blocked}/block`, { blocked: true, note: 'lost' })).status).toBe(200);
    let at = 10;
    for (const number of [NOBODYS, theirs.card, blocked, known.card, 'abc', '']) {
      at += 1;
      const response = await type(proxyQuery(SHOP), { number, session: `s${at}` }, `203.0.113.${at}`);
      expect([number, response.status, await response.json()]).toEqual([number, 200, notAccepted]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is answered with a statement for the cart when somebody holds it', async () => {
    const linked = await app.as(SHOP).post(`/api/cards/${known.card}/link`, { customerId: known.customer });
    expect(linked.status).toBe(200);
    const level = { programId: known.program, discountBp: 500, note: 'a friend of the house' };
    expect((await app.as(SHOP).post(`/api/customers/${known.customer}/level`, level)).status).toBe(200);
    const spaced = known.card.replace(/(.{4})/g, '$1 ');
    const response = await type(proxyQuery(SHOP), { number: spaced, session: 'holder' }, '203.0.113.50');
    const answer = (await response.json()) as { statement: string };
    expect(answer).toMatchObject({ accepted: true, discountBp: 500 });
    expect(answer.statement.length).toBeGreaterThan(20);
  });

  it.each([{}, { number: 7 }, { number: 'x'.repeat(101) }, { number: '1', session: {} }])(
    'answers %j with what is wrong',
    async (typed) => {
      const response = await type(proxyQuery(SHOP), typed);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'faults' }]);
    },
  );

  it('is limited when somebody guesses, and the merchant sees it at home', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 40 && !statuses.includes(429); guess += 1) {
      statuses.push((await type(proxyQuery(SHOP), { number: NOBODYS, session: 'guesser' }, '203.0.113.99')).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(3);
    const limited = await type(proxyQuery(SHOP), { number: known.card, session: 'guesser' }, '203.0.113.99');
    expect([limited.status, await limited.json()]).toEqual([429, { code: 'limited' }]);
    const home = (await (await app.as(SHOP).get('/api/home')).json()) as { attention: { kind: string }[] };
    expect(home.attention.map(({ kind }) => kind)).toContain('card_guessing');
    const other = await type(proxyQuery(SHOP), { number: known.card, session: 'honest' }, '203.0.113.51');
    expect(await other.json()).toMatchObject({ accepted: true });
  });

  it('is turned away unseen when an address floods us', async () => {
    const flooded = await startTestApp({ proxyCallsPerMinute: 5 });
    const call = () => fetch(`${flooded.url}/proxy/card?${proxyQuery(SHOP)}`, { method: 'POST' });
    const statuses = [];
    for (let i = 0; i < 7; i += 1) statuses.push((await call()).status);
    await flooded.stop();
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });
});
