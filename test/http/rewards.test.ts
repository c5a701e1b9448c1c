import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredCode } from '../../server/app/ports/code-store.ts';
import type { RewardsView, TypedCardView } from '../../shared/contract/till.ts';
import type { CustomerId, OrderId, ProductId, ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { giftOf, oweRewards, percentOnce } from '../support/owe.ts';
import { proxyQuery } from '../support/signing.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'rewards.myshopify.com';
const CUP = '8001';

let app: TestApp;
let seeded: Seeded;
let codes: readonly StoredCode[];
let statement = '';

const line = (productId: string | null, amountMinor: number, quantity = 1) => ({
  id: `${productId}`,
  quantity,
  amountMinor,
  productId,
  isGiftCard: false,
});
const onTheStorefront = async (fields: object, customer = ''): Promise<Response> =>
  fetch(`${app.url}/proxy/rewards?${proxyQuery(SHOP, { logged_in_customer_id: customer })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
    body: JSON.stringify(fields),
  });
const atTheTill = async (lines: readonly object[]): Promise<RewardsView> => {
  const form = { cardNumber: seeded.card, shopifyCustomerId: null, lines };
  return (await (await app.as(SHOP).post('/ext/rewards', form)).json()) as RewardsView;
};
const confirm = async (code: string) => {
  const response = await app
    .as(SHOP)
    .post(`/ext/rewards/${code}/confirm`, { cardNumber: seeded.card, shopifyCustomerId: null });
  return [response.status, await response.json()];
};
const codeAt = (i: number): string => codes[i]?.code ?? '';

beforeAll(async () => {
  app = await startTestApp();
  seeded = await seedShop(app, SHOP);
  const { post } = app.as(SHOP);
  await post(`/api/cards/${seeded.card}/link`, { customerId: seeded.customer });
  await post(`/api/customers/${seeded.customer}/level`, { programId: seeded.program, discountBp: 300, note: '' });
  const cup = { id: CUP as ProductId, title: 'Cup', status: 'active', imageUrl: null, price: null } as const;
  app.shopify.at(app.shop(SHOP)).products = [cup];
  const typed = await fetch(`${app.url}/proxy/card?${proxyQuery(SHOP)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: seeded.card, session: 's' }),
  });
  statement = ((await typed.json()) as TypedCardView).statement ?? '';
  const given = [percentOnce(500), giftOf(CUP), percentOnce(200)];
  codes = await oweRewards(app, app.shopify, app.shop(SHOP), seeded.customer as CustomerId, given, app.skip);
});
afterAll(() => app.stop());

describe('rewards that may be used once', () => {
  it('are told with their codes, what each is worth beyond the card, and which is best', async () => {
    const { rewards, best } = await atTheTill([line('7', 20_000), line(CUP, 1_000, 2)]);
    // The card gives 6.00 and 0.30 anyway; one of two cups for nothing is 5.00.
    expect(rewards).toEqual([
      { code: codeAt(0), programName: 'Regulars', gives: percentOnce(500), worthMinor: 400 + 20 },
      { code: codeAt(1), programName: 'Regulars', gives: { ...giftOf(CUP), title: 'Cup' }, worthMinor: 500 - 30 },
      { code: codeAt(2), programName: 'Regulars', gives: percentOnce(200), worthMinor: 0 },
    ]);
    expect(best).toBe(codeAt(1));
  });

  it('are best kept where none gives more than the card does', async () => {
    const { rewards, best } = await atTheTill([]);
    expect([rewards.map(({ worthMinor }) => worthMinor), best]).toEqual([[0, 0, 0], null]);
  });

  it('are told on the storefront to whoever has the card’s statement in the cart', async () => {
    const lines = [line('7', 20_000)];
    const told = await onTheStorefront({ statement, lines });
    expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await told.json()).toMatchObject({ best: codeAt(0), rewards: [{ worthMinor: 400 }, {}, {}] });
  });

  it('are told to nobody with a forged statement, without one, or who only says who they are', async () => {
    const lines = [line('7', 20_000)];
    const nothing = { rewards: [], best: null };
    for (const text of [`${statement.slice(0, -1)}_`, 'x', '', null])
      expect(await (await onTheStorefront({ statement: text, lines })).json()).toEqual(nothing);
    const unsigned = await fetch(`${app.url}/proxy/rewards?shop=${SHOP}&logged_in_customer_id=1`, { method: 'POST' });
    expect(unsigned.status).toBe(401);
    await seedShop(app, 'neighbour.myshopify.com');
    const elsewhere = await app.as('neighbour.myshopify.com').post('/ext/rewards', {
      cardNumber: seeded.card,
      shopifyCustomerId: null,
      lines,
    });
    expect(await elsewhere.json()).toEqual(nothing);
  });

  it('are told to whoever logged in, as Shopify’s signature says', async () => {
    const { stores } = app;
    const known = await stores.customers.find(app.shop(SHOP), seeded.customer as CustomerId);
    if (known === null) throw new Error('the customer is there');
    await stores.customers.change(app.shop(SHOP), known, { shopifyCustomerIds: ['77' as ShopifyCustomerId] });
    const told = await onTheStorefront({ statement: null, lines: [line('7', 20_000)] }, '77');
    expect(await told.json()).toMatchObject({ best: codeAt(0) });
    const other = await onTheStorefront({ statement: null, lines: [line('7', 20_000)] }, '78');
    expect(await other.json()).toEqual({ rewards: [], best: null });
  });

  it('are confirmed as long as they are this holder’s and not used, and no longer', async () => {
    expect(await confirm(codeAt(0).toLowerCase())).toEqual([200, { code: codeAt(0) }]);
    expect(await confirm('REG-2222-3333-4444-5555')).toEqual([404, { code: 'unknown_reward' }]);
    expect(await confirm('SUMMER')).toEqual([404, { code: 'unknown_reward' }]);
    await app.stores.codes.use(app.shop(SHOP), codes[0]?.code ?? ('' as never), '1' as OrderId);
    expect(await confirm(codeAt(0))).toEqual([409, { code: 'reward_already_used' }]);
    expect((await atTheTill([line('7', 20_000)])).rewards.map(({ code }) => code)).toEqual([codeAt(1), codeAt(2)]);
  });
});
