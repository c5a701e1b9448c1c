import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuoteWhyView } from '../../shared/contract/quote.ts';
import type { QuoteView, TillCardView } from '../../shared/contract/till.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aCustomerForm } from './routes.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'why-quote.myshopify.com';
const cart = [
  { id: 'tea', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false },
  { id: 'voucher', quantity: 1, amountMinor: 5_000, unitCostMinor: null, isGiftCard: true },
];

let app: TestApp;
let known: Seeded;
let holder = '';
beforeAll(async () => {
  app = await startTestApp();
  known = await seedShop(app, SHOP);
  const given = await app.as(SHOP).post(`/ext/cards/${known.card}/hand-over`, { customer: aCustomerForm });
  holder = ((await given.json()) as TillCardView).customerId ?? '';
  const level = { programId: known.program, discountBp: 300, note: 'VIP' };
  await app.as(SHOP).post(`/api/customers/${holder}/level`, level);
});
afterAll(() => app.stop());

const query = (said: Record<string, string>) => new URLSearchParams({ cart: JSON.stringify(cart), ...said }).toString();
const ask = async (path: string) => {
  const response = await app.as(SHOP).get(path);
  return { status: response.status, why: (await response.json()) as QuoteWhyView };
};

describe('why a quoted line gets what it gets', () => {
  it('is told at the till by the card, and in the admin by the customer, alike', async () => {
    const till = await ask(`/ext/quote/why?${query({ card: known.card })}`);
    const admin = await ask(`/api/customers/${holder}/quote?${query({})}`);
    for (const { status, why } of [till, admin]) {
      expect(status).toBe(200);
      expect(why).toMatchObject({ customerId: holder, totalMinor: 300, isAsThen: true });
      expect(why.lines).toMatchObject([
        { id: 'tea', discountMinor: 300, discountBp: 300, programId: known.program },
        { id: 'voucher', discountMinor: 0, isGiftCard: true },
      ]);
      expect(why.programs).toMatchObject([{ basis: { kind: 'by_hand' }, standing: { discountBp: 300 } }]);
    }
  });

  it('is told of an old quote by what the quote itself named', async () => {
    const body = { cardNumber: known.card, shopifyCustomerId: null, lines: cart };
    const quoted = (await (await app.as(SHOP).post('/ext/quote', body)).json()) as QuoteView;
    const basis = quoted.basis;
    if (basis === null) throw new Error('nothing to go by');
    app.skip(60_000);
    const level = { programId: known.program, discountBp: 700, note: 'more' };
    await app.as(SHOP).post(`/api/customers/${holder}/level`, level);
    expect((await ask(`/api/customers/${holder}/quote?${query({})}`)).why.totalMinor).toBe(700);
    const old = { reference: basis.reference };
    expect((await ask(`/api/customers/${holder}/quote?${query(old)}`)).why).toMatchObject({
      basis,
      totalMinor: quoted.totalMinor,
      promised: [{ discountBp: 300 }],
      isAsThen: true,
    });
  });

  it('changes nothing', async () => {
    const before = await app.stores.journal.last(app.shop(SHOP), holder as never);
    await ask(`/api/customers/${holder}/quote?${query({})}`);
    expect(await app.stores.journal.last(app.shop(SHOP), holder as never)).toEqual(before);
  });

  it('is refused for nobody, without a cart and for a cart that is none', async () => {
    expect((await ask(`/ext/quote/why?${query({ card: '2999999999991' })}`)).status).toBe(404);
    expect((await ask(`/api/customers/cus_0000000000/quote?${query({})}`)).status).toBe(404);
    expect((await ask(`/ext/quote/why?${query({})}`)).status).toBe(400);
    for (const said of ['', 'x', '{}', '[{"id":"a"}]'])
      expect((await ask(`/api/customers/${holder}/quote?cart=${encodeURIComponent(said)}`)).status).toBe(400);
    expect((await ask(`/api/customers/${holder}/quote?${query({ reference: 'x' })}`)).status).toBe(400);
    const [tea] = cart;
    const strange = JSON.stringify([{ ...tea, productId: 'tea' }]);
    expect((await ask(`/api/customers/${holder}/quote?${query({ cart: strange })}`)).status).toBe(400);
  });
});
