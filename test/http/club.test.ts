import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClubAccountView, ClubView, InvitedView } from '../../shared/contract/club.ts';
import type { QuoteView, TillCardView } from '../../shared/contract/till.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const BAKERY = 'bakery.myshopify.com';
const FLORIST = 'florist.myshopify.com';

let app: TestApp;
let bakery: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  bakery = await seedShop(app, BAKERY);
  await seedShop(app, FLORIST);
  await app.as(BAKERY).post(`/api/cards/${bakery.card}/link`, { customerId: bakery.customer });
});
afterAll(() => app.stop());

async function ask<T>(shop: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await app.as(shop).send(method, path, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const line = { id: 'a', quantity: 1, amountMinor: 20_000, unitCostMinor: null, isGiftCard: false };

describe('two merchants and their club', () => {
  it('are in none at first', async () => {
    expect(await ask<ClubView>(BAKERY, 'GET', '/api/club')).toEqual({ club: null });
    expect((await app.as(BAKERY).post('/api/club/leave', {})).status).toBe(409);
    expect((await app.as(BAKERY).post('/api/club/invitations', {})).status).toBe(409);
  });

  it('come together by a code that is told once', async () => {
    await ask(BAKERY, 'POST', '/api/club', { name: 'High street', guestPercent: '5' });
    const { code } = await ask<InvitedView>(BAKERY, 'POST', '/api/club/invitations', {});
    expect(JSON.stringify(await ask(BAKERY, 'GET', '/api/club'))).not.toContain(code);
    const { club } = await ask<ClubView>(FLORIST, 'POST', '/api/club/join', { code, guestPercent: '7,5' });
    expect(club?.members.map(({ shop, guestBp, isOwn }) => [shop, guestBp, isOwn])).toEqual([
      [BAKERY, 500, false],
      [FLORIST, 750, true],
    ]);
    expect((await ask<ClubView>(BAKERY, 'GET', '/api/club')).club).toMatchObject({ isKeeper: true, invitations: [] });
  });

  it('honour one another’s cards at the till, and learn nothing of the holder', async () => {
    app.skip(5000);
    const card = await ask<TillCardView>(FLORIST, 'GET', `/ext/cards/${bakery.card}`);
    expect(card).toMatchObject({ state: 'issued', customerId: null, customerName: null, standings: [] });
    expect(card.club).toMatchObject({ name: 'High street', discountBp: 750 });
    const cart = { cardNumber: bakery.card, shopifyCustomerId: null, lines: [line] };
    const quote = await ask<QuoteView>(FLORIST, 'POST', '/ext/quote', cart);
    expect(quote).toMatchObject({ totalMinor: 1500, programName: 'High street', customerName: null });
    expect((await app.as(FLORIST).get(`/api/cards/${bakery.card}`)).status).toBe(404);
    expect((await app.as(FLORIST).post(`/ext/cards/${bakery.card}/hand-over`, {})).status).toBe(400);
  });

  it('read an account of each month, from the one they came together in', async () => {
    const account = await ask<ClubAccountView>(FLORIST, 'GET', '/api/club/account');
    expect(account.months).toEqual([account.month]);
    const nothing = { purchases: 0, amountMinor: 0, discountMinor: 0 };
    expect(account.rows).toMatchObject([{ shop: BAKERY, here: nothing, there: nothing }]);
    expect((await app.as(FLORIST).get('/api/club/account?month=2026-13')).status).toBe(400);
  });

  it('part again, and their cards are strangers', async () => {
    expect((await app.as(FLORIST).post(`/api/club/members/${BAKERY}/remove`, {})).status).toBe(403);
    await ask(BAKERY, 'POST', `/api/club/members/${FLORIST}/remove`, {});
    app.skip(5000);
    expect(await ask<ClubView>(FLORIST, 'GET', '/api/club')).toEqual({ club: null });
    expect((await app.as(FLORIST).get(`/ext/cards/${bakery.card}`)).status).toBe(404);
  });
});
