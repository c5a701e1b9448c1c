import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aCustomerForm } from './routes.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'till.myshopify.com';

let app: TestApp;
let known: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  known = await seedShop(app, SHOP);
});
afterAll(() => app.stop());

const customers = async (): Promise<number> => {
  const list = (await (await app.as(SHOP).get('/api/customers')).json()) as { rows: readonly unknown[] };
  return list.rows.length;
};

describe('the till', () => {
  it('looks up a card by what the scanner sent or somebody typed', async () => {
    const spaced = encodeURIComponent(known.card.replace(/(.{4})/g, '$1 '));
    for (const number of [known.card, spaced]) {
      const response = await app.as(SHOP).get(`/ext/cards/${number}`);
      expect(await response.json()).toMatchObject({ number: known.card, state: 'emitted', customerName: null });
    }
    expect(await (await app.as(SHOP).get('/ext/cards/1234')).json()).toEqual({ code: 'not_a_card_number' });
  });

  it('hands a card over to somebody new; the second time says so and enters nobody', async () => {
    const before = await customers();
    const handOver = () => app.as(SHOP).post(`/ext/cards/${known.card}/hand-over`, { customer: aCustomerForm });
    const given = await handOver();
    expect([given.status, await given.json()]).toMatchObject([
      200,
      { state: 'issued', customerName: 'Ada Testperson', programName: 'Regulars' },
    ]);
    const again = await handOver();
    expect([again.status, await again.json()]).toEqual([409, { code: 'card_already_issued' }]);
    expect(await customers()).toBe(before + 1);
  });

  it('quotes a cart for the card, line by line, rounded half up', async () => {
    const card = (await (await app.as(SHOP).get(`/ext/cards/${known.card}`)).json()) as { customerId: string };
    const level = { programId: known.program, discountBp: 300, note: '' };
    expect((await app.as(SHOP).post(`/api/customers/${card.customerId}/level`, level)).status).toBe(200);
    const cart = {
      cardNumber: known.card,
      shopifyCustomerId: null,
      lines: [
        { id: 'a', quantity: 1, amountMinor: 19_999, unitCostMinor: null, isGiftCard: false },
        { id: 'b', quantity: 1, amountMinor: 10, unitCostMinor: null, isGiftCard: false },
      ],
    };
    const response = await app.as(SHOP).post('/ext/quote', cart);
    expect(await response.json()).toMatchObject({
      lines: [{ id: 'a', discountMinor: 600, floorSavedMinor: 0 }],
      totalMinor: 600,
      discountBp: 300,
      programName: 'Regulars',
      customerName: 'Ada Testperson',
    });
  });

  it('quotes nothing for a card that nobody has', async () => {
    const lines = [{ id: 'a', quantity: 1, amountMinor: 100, unitCostMinor: null, isGiftCard: false }];
    const cart = { cardNumber: '2999999999991', shopifyCustomerId: null, lines };
    const response = await app.as(SHOP).post('/ext/quote', cart);
    expect(await response.json()).toEqual({
      lines: [],
      totalMinor: 0,
      capSavedMinor: 0,
      discountBp: 0,
      programName: null,
      customerName: null,
      welcome: null,
      basis: null,
    });
  });

  it('says what is missing when a cart names nobody', async () => {
    const response = await app.as(SHOP).post('/ext/quote', { cardNumber: null, shopifyCustomerId: null, lines: [] });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'faults', faults: [{ path: 'cardNumber', code: 'unreadable' }] },
    ]);
  });
});
