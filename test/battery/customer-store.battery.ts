import { expect, it } from '@jest/globals';
import { customer, shopper } from '../app/builders.ts';
import { neighbour, type Place, sorted } from './place.ts';
import { aCustomer } from './samples.ts';

export function customerStoreBattery({ stores, shop }: Place): void {
  const customers = () => stores().customers;

  it('keeps a customer as entered, and knows nobody of another shop', async () => {
    const entered = aCustomer(1, {
      surname: '$Koch.',
      shopifyCustomerIds: [shopper(5)],
      phone: '+49 151',
      gender: 'female',
    });
    expect(await customers().create(shop(), entered)).toBe('created');
    expect(await customers().find(shop(), entered.id)).toEqual(entered);
    expect(await customers().findByShopifyId(shop(), shopper(5))).toEqual(entered);
    expect(await customers().find(neighbour, entered.id)).toBeNull();
    expect(await customers().findByShopifyId(neighbour, shopper(5))).toBeNull();
  });

  it('lets a Shopify customer be one customer only, also when two are entered at once', async () => {
    const both = [1, 2].map((id) => customers().create(shop(), aCustomer(id, { shopifyCustomerIds: [shopper(5)] })));
    expect(sorted(await Promise.all(both))).toEqual(['created', 'taken']);
    await customers().create(shop(), aCustomer(3));
    await customers().create(shop(), aCustomer(4));
    const third = aCustomer(3);
    expect(await customers().change(shop(), third, { shopifyCustomerIds: [shopper(5)] })).toBe('taken');
    expect(await customers().change(shop(), third, { shopifyCustomerIds: [shopper(6)] })).toBe('changed');
    expect(await customers().create(neighbour, aCustomer(1, { shopifyCustomerIds: [shopper(5)] }))).toBe('created');
  });

  it('lets one of two changes at once lose, so that nothing is overwritten unseen', async () => {
    const seen = aCustomer(1, { shopifyCustomerIds: [shopper(5)] });
    await customers().create(shop(), seen);
    const both = ['Berg', 'Thal'].map((surname) => customers().change(shop(), seen, { surname }));
    expect(sorted(await Promise.all(both))).toEqual(['changed', 'stale']);
    const now = await customers().find(shop(), seen.id);
    expect(now).toMatchObject({ revision: 1, firstName: 'Anna', shopifyCustomerIds: [shopper(5)] });
    expect(await customers().change(shop(), now!, { shopifyCustomerIds: [], email: null })).toBe('changed');
    expect(await customers().find(shop(), seen.id)).toEqual({
      ...now,
      shopifyCustomerIds: [],
      email: null,
      revision: 2,
    });
    expect(await customers().findByShopifyId(shop(), shopper(5))).toBeNull();
    expect(await customers().change(shop(), aCustomer(9), { surname: 'Nobody' })).toBe('stale');
  });

  it('goes through everybody in the order of the ids, page by page', async () => {
    for (const id of [3, 1, 2])
      await customers().create(shop(), aCustomer(id, { state: id === 2 ? 'merged' : 'entered' }));
    const first = await customers().ids(shop(), null, 2);
    expect(first).toEqual([
      { id: customer(1), state: 'entered' },
      { id: customer(2), state: 'merged' },
    ]);
    expect(await customers().ids(shop(), customer(2), 2)).toEqual([{ id: customer(3), state: 'entered' }]);
    const some = await customers().findMany(shop(), [customer(3), customer(9), customer(1)]);
    expect(sorted(some.map(({ id }) => id))).toEqual([customer(1), customer(3)]);
  });

  it('counts by state', async () => {
    await customers().create(shop(), aCustomer(1));
    await customers().create(shop(), aCustomer(2, { state: 'check' }));
    await customers().create(shop(), aCustomer(3, { state: 'erased' }));
    expect(await customers().count(shop(), ['entered', 'check'])).toBe(2);
    expect(await customers().count(shop(), [])).toBe(0);
  });
}
