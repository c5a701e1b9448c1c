import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, type SandboxStage, SHOP } from './sandbox-stage.ts';

describe('what the app asked to be told', () => {
  let stage: SandboxStage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.end());

  it('is told under the subscription’s name, with no more fields than asked for; nothing else is', async () => {
    const shop = stage.sandbox.addShop({ domain: SHOP });
    const { variants } = shop.addProduct({ title: 'Pot', variants: [{ priceMinor: 1000 }] });
    shop.setUnitCost(variants[0]?.id ?? 0, 400);
    shop.createCustomer();
    await stage.sandbox.delivery.settled();
    const told = stage.listener.received.map(({ headers, body }) => ({
      topic: headers['x-shopify-topic'],
      name: headers['x-shopify-name'],
      fields: Object.keys(JSON.parse(body)).length,
    }));
    expect(told.filter(({ topic }) => topic !== 'customers/create')).toEqual([
      { topic: 'inventory_items/create', name: 'costs', fields: 2 },
      { topic: 'inventory_items/update', name: 'costs', fields: 2 },
    ]);
    expect(told.find(({ topic }) => topic === 'customers/create')?.name).toBe('customers');
  });
});
