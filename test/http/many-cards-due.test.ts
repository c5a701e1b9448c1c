import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HomeView } from '../../shared/contract/api.ts';
import type { ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { anOrder, told } from '../app/builders.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aDraft } from './routes.ts';
import { seedShop } from './seed-shop.ts';

const SHOP = 'many-due.myshopify.com';

let app: TestApp;
let seller = 0;
beforeAll(async () => {
  app = await startTestApp();
  await seedShop(app, SHOP);
  const { post } = app.as(SHOP);
  const draft = { ...aDraft, membership: 'card', cardFrom: '50.00' };
  const { id }: { readonly id: string } = await (await post('/api/programs', { draft })).json();
  await post(`/api/programs/${id}/publish`, { effectiveAt: null });
});
afterAll(() => app.stop());

const buy = async (people: number): Promise<void> => {
  for (let i = 0; i < people; i += 1) {
    seller += 1;
    const shopifyCustomerId = String(1000 + seller) as ShopifyCustomerId;
    await app.useCases.recordPurchase(app.shop(SHOP), told(anOrder(1000 + seller, { shopifyCustomerId })));
  }
};
const due = async () => {
  const { attention }: HomeView = await (await app.as(SHOP).get('/api/home')).json();
  return attention.find(({ kind }) => kind === 'cards_due');
};

describe('customers who are due a card', () => {
  it('are counted at home up to a hundred, and said to be more than that when they are', async () => {
    await buy(100);
    expect(await due()).toEqual({ kind: 'cards_due', count: 100 });
    await buy(1);
    expect(await due()).toEqual({ kind: 'cards_due', count: 100, hasMore: true });
  });
});
