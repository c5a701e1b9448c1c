import { describe, expect, it } from '@jest/globals';
import type { EmailConsent } from '../../../shared/domain/customer/customer.ts';
import { aCard, anOrder, aProgram, atDay, customer, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';
import { aShopper } from './people.ts';

const known = ({ stores }: World, id = 1) => stores.customers.find(SHOP, customer(id));
const withProgram = async (): Promise<World> => {
  const world = await setUp();
  await aProgram(world, { mechanic: 'fixed', fixedPercent: '3', levels: [] });
  return world;
};
const consent = (state: EmailConsent['state'], days: number): EmailConsent => ({ state, at: atDay(days) });

describe('recording a customer as Shopify has them', () => {
  it('enters somebody new, with what everyone is owed', async () => {
    const world = await withProgram();
    const outcome = await world.useCases.recordCustomer(SHOP, aShopper(1));
    expect(outcome).toEqual({ outcome: 'recorded', customerId: customer(1) });
    expect(await known(world)).toMatchObject({ state: 'entered', email: 'ada@example.test' });
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ discountBp: 300 });
  });

  it('completes somebody whom an order brought first', async () => {
    const world = await withProgram();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    expect(await known(world)).toMatchObject({ state: 'check' });
    await world.useCases.recordCustomer(SHOP, aShopper(1));
    expect(await known(world)).toMatchObject({ state: 'entered', surname: 'Testperson' });
  });

  it('takes the newest, whatever comes last, and the same twice changes nothing', async () => {
    const world = await withProgram();
    await world.useCases.recordCustomer(SHOP, aShopper(1, { surname: 'Newer', updatedAt: atDay(0) }));
    expect(await world.useCases.recordCustomer(SHOP, aShopper(1, { surname: 'Older' }))).toMatchObject({
      outcome: 'unchanged',
    });
    const before = await wholeState(world);
    await world.useCases.recordCustomer(SHOP, aShopper(1, { surname: 'Newer', updatedAt: atDay(0) }));
    expect(await wholeState(world)).toEqual(before);
    expect(await known(world)).toMatchObject({ surname: 'Newer' });
  });

  it('leaves what the merchant typed where Shopify knows nothing', async () => {
    const world = await withProgram();
    await world.useCases.recordCustomer(SHOP, aShopper(1));
    const typed = { phone: '+420 123 456 789', patronymic: 'Ivanovna', birthDate: '1990-12-31', gender: null };
    const details = { ...aShopper(1), ...typed };
    const { firstName, surname, email, address, language } = details;
    await world.useCases.correctCustomer(SHOP, customer(1), 1, {
      firstName,
      surname,
      email,
      address,
      language,
      ...typed,
    });
    await world.useCases.recordCustomer(SHOP, aShopper(1, { email: 'new@example.test', updatedAt: atDay(0) }));
    expect(await known(world)).toMatchObject({
      phone: '+420 123 456 789',
      patronymic: 'Ivanovna',
      email: 'new@example.test',
    });
  });

  it('enters one customer when two deliveries come at once', async () => {
    const world = await withProgram();
    const orders = [1, 2].map((id) => world.useCases.recordPurchase(SHOP, told(anOrder(id))));
    await Promise.all([world.useCases.recordCustomer(SHOP, aShopper(1)), ...orders]);
    expect(await world.stores.customers.count(SHOP, ['entered', 'check'])).toBe(1);
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ purchases: 2 });
  });

  it('ends the same wherever the process dies', async () => {
    const cuts = await cutShort({
      prepare: withProgram,
      act: ({ useCases }) => useCases.recordCustomer(SHOP, aShopper(1)),
    });
    expect(cuts).toBeGreaterThanOrEqual(6);
  });
});

describe('recording what somebody agreed to', () => {
  const record = ({ useCases }: World, told_: EmailConsent, id = 1) => useCases.recordConsent(SHOP, shopper(id), told_);

  it('takes the later word, in whatever order the two arrive', async () => {
    for (const turn of [
      [consent('subscribed', -2), consent('unsubscribed', -1)],
      [consent('unsubscribed', -1), consent('subscribed', -2)],
    ]) {
      const world = await withProgram();
      await world.useCases.recordCustomer(SHOP, aShopper(1));
      for (const one of turn) await record(world, one);
      expect((await known(world))?.emailConsent).toEqual(consent('unsubscribed', -1));
    }
  });

  it('says what came of it: recorded, unchanged, or nobody we know', async () => {
    const world = await withProgram();
    await world.useCases.recordCustomer(SHOP, aShopper(1));
    expect(await record(world, consent('subscribed', -1))).toEqual({ outcome: 'recorded' });
    expect(await record(world, consent('subscribed', -1))).toEqual({ outcome: 'unchanged' });
    expect(await record(world, consent('subscribed', -1), 9)).toEqual({ outcome: 'unknown_customer' });
  });

  it('has the later of two at once, and ends the same wherever the process dies', async () => {
    const prepare = async (): Promise<World> => {
      const world = await withProgram();
      await world.useCases.recordCustomer(SHOP, aShopper(1));
      return world;
    };
    const world = await prepare();
    await Promise.all([record(world, consent('unsubscribed', -1)), record(world, consent('subscribed', -2))]);
    expect((await known(world))?.emailConsent).toEqual(consent('unsubscribed', -1));
    expect(await cutShort({ prepare, act: (one) => record(one, consent('subscribed', -1)) })).toBe(1);
  });
});

describe('removing a customer whom Shopify deleted', () => {
  const remove = ({ useCases }: World) => useCases.removeShopifyCustomer(SHOP, shopper(1));
  const prepare = async (): Promise<World> => {
    const world = await withProgram();
    await world.useCases.recordCustomer(SHOP, aShopper(1));
    await aCard(world, 1, { customerId: customer(1) });
    return world;
  };

  it('keeps ours with card and discount, without the account', async () => {
    const world = await prepare();
    expect(await remove(world)).toEqual({ outcome: 'removed' });
    expect(await known(world)).toMatchObject({ shopifyCustomerIds: [], surname: 'Testperson' });
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ discountBp: 300 });
  });

  it('does nothing the second time, nor for somebody unknown, nor beside another', async () => {
    const world = await prepare();
    const outcomes = await Promise.all([remove(world), remove(world)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['removed', 'unchanged']);
    expect(await remove(world)).toEqual({ outcome: 'unchanged' });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare, act: remove })).toBe(1);
  });
});
