import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerListView, HomeView, PurchaseListView } from '../../shared/contract/api.ts';
import type { CustomerId, OfferId, ProgramId, ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { anOrder, aRefund, told, toldRefund } from '../app/builders.ts';
import { code } from '../battery/code-store.battery.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Seeded, seedShop } from './seed-shop.ts';

const SHOP = 'twice.myshopify.com';

let app: TestApp;
let seeded: Seeded;
beforeAll(async () => {
  app = await startTestApp();
  seeded = await seedShop(app, SHOP);
  const { stores } = app;
  const known = await stores.customers.find(app.shop(SHOP), seeded.customer as CustomerId);
  if (known === null) throw new Error('the customer is there');
  await stores.customers.change(app.shop(SHOP), known, { shopifyCustomerIds: ['77' as ShopifyCustomerId] });
  const reward = { offerId: 'test 1' as OfferId, marks: 5, gives: { kind: 'percent', discountBp: 300 } } as const;
  const whose = { customerId: seeded.customer as CustomerId, programId: seeded.program as ProgramId };
  await stores.codes.create(app.shop(SHOP), [{ code: code(1), ...whose, ...reward, generation: 1 }], app.clock.now());
});
afterAll(() => app.stop());

const ask = async <T>(path: string): Promise<T> => (await (await app.as(SHOP).get(path)).json()) as T;
const attention = async () => (await ask<HomeView>('/api/home')).attention;
const conflicting = async () =>
  (await ask<PurchaseListView>(`/api/customers/${seeded.customer}/purchases`)).purchases
    .filter((purchase) => purchase.conflicting)
    .map(({ orderId }) => orderId);
const found = async () => (await ask<CustomerListView>('/api/customers?has=conflict')).rows.map(({ id }) => id);
const buy = (id: number) => {
  const processedAt = app.clock.now() - 1_000_000 + id * 1000;
  const snapshot = anOrder(id, { codes: [code(1)], shopifyCustomerId: '77' as ShopifyCustomerId, processedAt });
  return app.useCases.recordPurchase(app.shop(SHOP), told(snapshot));
};

describe('a reward that two orders used', () => {
  it('is nothing to look at while one order used it', async () => {
    await buy(2);
    expect([await found(), await conflicting()]).toEqual([[], []]);
    expect((await attention()).map(({ kind }) => kind)).not.toContain('rewards_used_twice');
  });

  it('stands under what needs attention, leads to its customer, and is said at the second order', async () => {
    await buy(1);
    expect(await attention()).toContainEqual({ kind: 'rewards_used_twice', count: 1 });
    expect(await found()).toEqual([seeded.customer]);
    // The order that was made later is the conflict, though it was told of first.
    expect(await conflicting()).toEqual(['2']);
  });

  it('needs no attention any more when the goods came back', async () => {
    await app.useCases.recordPurchase(app.shop(SHOP), toldRefund(aRefund(2, 1, { processedAt: app.clock.now() - 1 })));
    expect([await found(), await conflicting()]).toEqual([[], []]);
  });
});
