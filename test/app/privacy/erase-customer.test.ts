import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { aSimulation, aSummary, simulationId } from '../../support/builders/a-simulation.ts';
import { aCard, anOrder, order, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, type World } from '../set-up.ts';
import { everything, file, knownPerson, PERSONAL } from './known-person.ts';

const ID = shopper(9001);
const erase = ({ useCases, shop }: World, orders: readonly number[] = [1, 2]) =>
  useCases.eraseCustomer(shop, ID, orders.map(order));
const tracesOf = async (world: World): Promise<readonly string[]> => {
  const text = JSON.stringify(await everything(world));
  return PERSONAL.filter((secret) => text.includes(secret));
};

describe('forgetting a customer', () => {
  it('leaves nothing of them anywhere: no name, no note, no body, no file, no id', async () => {
    const { world } = await knownPerson();
    await world.useCases.exportCustomer(world.shop, ID, [], 'request-1');
    expect(await tracesOf(world)).toEqual(PERSONAL);
    expect(await erase(world)).toEqual({ outcome: 'erased' });
    expect(await tracesOf(world)).toEqual([]);
  });

  it('keeps the purchases as figures of nobody', async () => {
    const { world, customerId } = await knownPerson();
    await erase(world);
    for (const id of [1, 2, 3]) {
      const purchase = await world.stores.purchases.find(world.shop, order(id));
      expect(purchase).toMatchObject({ customerId: null, contested: false, formerCustomerIds: [] });
      expect(purchase?.snapshot).toMatchObject({ shopifyCustomerId: null, cardNumber: null });
    }
    expect((await world.stores.purchases.find(world.shop, order(1)))?.snapshot?.lines).toMatchObject([
      { amountMinor: 60_000 },
    ]);
    expect(await world.stores.readModels.row(world.shop, customerId)).toMatchObject({ spentMinor: 0, cards: [] });
  });

  it('leaves somebody who is erased, whose cards are blocked and who has neither standing nor journal', async () => {
    const { world, customerId, card } = await knownPerson();
    const { stores, shop } = world;
    await erase(world);
    expect(await stores.customers.find(shop, customerId)).toMatchObject({ state: 'erased', shopifyCustomerIds: [] });
    expect(await stores.cards.find(shop, card)).toMatchObject({ state: 'blocked', customerId: null, issuedAt: null });
    expect(await stores.standings.find(shop, customerId)).toBeNull();
    expect(await stores.journal.last(shop, customerId)).toBeNull();
  });

  it('names them in no simulation any more, and leaves its figures', async () => {
    const { world, customerId } = await knownPerson();
    const { simulations } = world.stores;
    const gainer = { customerId, discountMinor: 500, bookedMinor: 9_000 };
    const summary = { ...aSummary([]), gains: { customers: 1, top: [gainer], tenthsMinor: [500] } };
    await simulations.create(world.shop, aSimulation(1));
    await simulations.claim(NOW, { holder: 'worker', until: NOW + 1 });
    await simulations.end(world.shop, simulationId(1), 'worker', NOW, { state: 'done', result: [summary] });
    await erase(world);
    const kept = await simulations.find(world.shop, simulationId(1));
    expect(kept?.result?.[0]?.gains.top).toEqual([{ ...gainer, customerId: null }]);
  });

  it('takes their discount away in Shopify', async () => {
    const { world } = await knownPerson();
    expect([...world.admin.at(world.shop).entitlements.keys()]).toContain(ID);
    await erase(world);
    expect(world.admin.at(world.shop).entitlements.size).toBe(0);
    while ((await world.useCases.publishEntitlements()) > 0);
    expect(world.admin.at(world.shop).entitlements.size).toBe(0);
  });

  it('whoever of two merged ones it is asked for', async () => {
    const { world } = await knownPerson();
    await world.useCases.eraseCustomer(world.shop, shopper(9002), []);
    expect(await tracesOf(world)).toEqual([]);
    expect(await world.stores.customers.findByShopifyId(world.shop, shopper(9002))).toBeNull();
  });

  it('finds them by their orders when Shopify has told of the deletion before', async () => {
    const { world } = await knownPerson();
    await world.useCases.removeShopifyCustomer(world.shop, ID);
    expect(await erase(world)).toEqual({ outcome: 'erased' });
    expect(await tracesOf(world)).toEqual([]);
  });

  it('done twice is done once; two at once leave nothing either', async () => {
    const { world } = await knownPerson();
    await erase(world);
    const before = await everything(world);
    expect(await erase(world)).toEqual({ outcome: 'nothing_known' });
    expect(await everything(world)).toEqual(before);
    const other = (await knownPerson()).world;
    await Promise.all([erase(other), erase(other)]);
    expect(await tracesOf(other)).toEqual([]);
    expect((await everything(other)).customers.map(({ customer }) => customer?.state)).toEqual(
      before.customers.map(({ customer }) => customer?.state),
    );
  });

  it.each([
    ['as usual', async () => (await knownPerson()).world, ID],
    ['by the id of one merged away', async () => (await knownPerson()).world, shopper(9002)],
    [
      'by their orders alone',
      async () => {
        const { world } = await knownPerson();
        await world.useCases.removeShopifyCustomer(world.shop, ID);
        return world;
      },
      ID,
    ],
  ])('can be cut after any step and done again, found %s', async (_how, prepare, id) => {
    const act = ({ useCases, shop }: World) => useCases.eraseCustomer(shop, id, [order(1)]);
    // How often a card was blocked, and whether checkout still waits to hear of nobody, is no trace of a person.
    const state = async (world: World) => {
      const { everyCard, waiting: _waiting, ...rest } = await everything(world);
      return { ...rest, cards: everyCard.map(({ number, state, customerId }) => ({ number, state, customerId })) };
    };
    expect(await cutShort({ prepare, act, state })).toBeGreaterThan(10);
  });

  it('waits for Shopify when it fails, and goes on where it left off', async () => {
    const { world } = await knownPerson();
    world.admin.failNext(new AppError('shopify_unavailable', true));
    await expect(erase(world)).rejects.toMatchObject({ code: 'shopify_unavailable' });
    expect(await erase(world)).toEqual({ outcome: 'erased' });
    expect(await tracesOf(world)).toEqual([]);
    expect(world.admin.at(world.shop).entitlements.size).toBe(0);
  });

  it('does not wait for a Shopify that lets us in no more', async () => {
    for (const isKnown of [true, false]) {
      const { world } = await knownPerson();
      world.admin.at(world.shop).isInstalled = false;
      if (isKnown) await world.useCases.uninstall(world.shop);
      expect(await erase(world)).toEqual({ outcome: 'erased' });
      world.admin.at(world.shop).entitlements.clear();
      expect(await tracesOf(world)).toEqual([]);
    }
  });

  it('does not let a delivery that still waits bring them back', async () => {
    const { world } = await knownPerson();
    const { id } = await file(world, 'waiting', '{"customer":{"id":9001}}');
    await erase(world);
    expect(await world.stores.inbox.find(world.shop, id)).toMatchObject({ state: 'skipped', body: null });
  });

  it('leaves to others what is theirs: a friend whose card was on the order keeps the purchase', async () => {
    const { world, programId } = await knownPerson();
    const friend = await world.useCases.recordCustomer(world.shop, {
      shopifyCustomerId: shopper(7),
      updatedAt: NOW,
      firstName: 'Otto',
      surname: 'Friend',
      email: 'otto@example.test',
      phone: null,
      address: null,
      language: null,
      emailConsent: { state: 'unknown', at: null },
    });
    const number = await aCard(world, 9, { customerId: friend.customerId, programId });
    await world.useCases.recordPurchase(world.shop, told(anOrder(4, { shopifyCustomerId: ID, cardNumber: number })));
    await erase(world, [1, 2, 4]);
    const purchase = await world.stores.purchases.find(world.shop, order(4));
    expect(purchase).toMatchObject({ customerId: friend.customerId, contested: false });
    expect(purchase?.snapshot).toMatchObject({ shopifyCustomerId: null, cardNumber: number });
    expect(await world.stores.customers.find(world.shop, friend.customerId)).toMatchObject({ firstName: 'Otto' });
    expect(await tracesOf(world)).toEqual([]);
  });

  it('does not take a friend for them whose card was on the order of somebody deleted before', async () => {
    const { world, customerId, card } = await knownPerson();
    const { useCases, shop, stores } = world;
    await useCases.recordPurchase(shop, told(anOrder(4, { shopifyCustomerId: shopper(5), cardNumber: card })));
    await useCases.removeShopifyCustomer(shop, shopper(5));
    expect(await useCases.eraseCustomer(shop, shopper(5), [order(4)])).toEqual({ outcome: 'erased' });
    expect(await stores.customers.find(shop, customerId)).toMatchObject({ firstName: 'Zdenka' });
    const purchase = await stores.purchases.find(shop, order(4));
    expect(purchase).toMatchObject({ customerId, snapshot: { shopifyCustomerId: null, cardNumber: card } });
  });

  it('of whom nothing is known changes nothing', async () => {
    const { world } = await knownPerson();
    const before = await everything(world);
    expect(await world.useCases.eraseCustomer(world.shop, shopper(5), [order(99)])).toEqual({
      outcome: 'nothing_known',
    });
    expect(await everything(world)).toEqual(before);
  });
});
