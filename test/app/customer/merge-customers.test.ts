import { describe, expect, it } from '@jest/globals';
import { aCard, anOrder, aProgram, atDay, cardNumber, customer, order, program, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';
import { aShopper } from './people.ts';

const KEPT = 1;
const GONE = 2;
const merge = ({ useCases }: World) => useCases.mergeCustomers(SHOP, shopper(KEPT), shopper(GONE));
const give = ({ useCases }: World, id: number, discountBp: number | null) =>
  useCases.giveLevel(SHOP, customer(id), program(1), discountBp, '', null);
const standingOf = async ({ stores }: World, id: number) =>
  (await stores.standings.find(SHOP, customer(id)))?.standing.standings[0];
const buy = ({ useCases }: World, id: number, by: number, change = {}) =>
  useCases.recordPurchase(SHOP, told(anOrder(id, { amountMinor: 30_000, shopifyCustomerId: shopper(by), ...change })));

/** Two customers with an order, a card and a level by hand each; one order was paid with the card of the other. */
async function withTwo(): Promise<World> {
  const world = await setUp();
  await aProgram(world);
  await buy(world, 1, KEPT);
  await buy(world, 2, GONE);
  await world.useCases.recordCustomer(SHOP, aShopper(GONE, { phone: '+420 123 456 789' }));
  await aCard(world, 1, { customerId: customer(KEPT) });
  await aCard(world, 2, { customerId: customer(GONE) });
  await buy(world, 3, GONE, { cardNumber: cardNumber(1) });
  await give(world, KEPT, 300);
  await give(world, GONE, 700);
  return world;
}

describe('merging two customers as Shopify did', () => {
  it('joins purchases, cards and levels given by hand; the higher one stays', async () => {
    const world = await withTwo();
    expect(await merge(world)).toEqual({ outcome: 'merged' });
    expect(await standingOf(world, KEPT)).toMatchObject({
      spentMinor: 90_000,
      purchases: 3,
      givenBp: 700,
      discountBp: 700,
    });
    expect((await world.stores.cards.ofCustomer(SHOP, customer(KEPT))).map(({ number }) => number)).toEqual([
      cardNumber(1),
      cardNumber(2),
    ]);
    expect(await world.stores.journal.last(SHOP, customer(KEPT))).toMatchObject({
      cause: { kind: 'merged', from: customer(GONE), given: [{ programId: program(1), discountBp: 700 }] },
    });
  });

  it('leaves of the other one only where they went: no data, no standing', async () => {
    const world = await withTwo();
    await merge(world);
    const gone = await world.stores.customers.find(SHOP, customer(GONE));
    expect(gone).toMatchObject({
      state: 'merged',
      mergedInto: customer(KEPT),
      surname: null,
      email: null,
      phone: null,
    });
    expect(await world.stores.standings.find(SHOP, customer(GONE))).toMatchObject({ standing: { standings: [] } });
    const kept = await world.stores.customers.find(SHOP, customer(KEPT));
    expect(kept).toMatchObject({ surname: 'Testperson', phone: '+420 123 456 789' });
  });

  it('ends what was contested between the two', async () => {
    const world = await withTwo();
    expect(await world.stores.purchases.find(SHOP, order(3))).toMatchObject({ contested: true });
    await merge(world);
    expect(await world.stores.purchases.find(SHOP, order(3))).toMatchObject({ contested: false });
  });

  it('lets late orders of the one who is gone find the one who stays', async () => {
    const world = await withTwo();
    await merge(world);
    expect(await buy(world, 4, GONE)).toMatchObject({ customerId: customer(KEPT) });
    expect(await world.useCases.recordCustomer(SHOP, aShopper(GONE, { updatedAt: atDay(0) }))).toEqual({
      outcome: 'unchanged',
      customerId: customer(KEPT),
    });
    expect(await world.useCases.removeShopifyCustomer(SHOP, shopper(GONE))).toEqual({ outcome: 'unchanged' });
  });

  it('gives the same whether Shopify tells of the merge before or after the orders', async () => {
    const [before, after] = [await setUp(), await setUp()];
    for (const world of [before, after]) await aProgram(world);
    await merge(before);
    for (const world of [before, after]) for (const id of [1, 2, 3]) await buy(world, id, id === 2 ? KEPT : GONE);
    await merge(after);
    const spent = async (world: World) => {
      const found = await world.stores.customers.findByShopifyId(SHOP, shopper(KEPT));
      return (await world.stores.readModels.row(SHOP, found?.id ?? customer(9)))?.spentMinor;
    };
    expect([await spent(before), await spent(after)]).toEqual([90_000, 90_000]);
  });

  it('is done once: told again it changes nothing, even when a level was taken back in between', async () => {
    const world = await withTwo();
    await merge(world);
    const first = await wholeState(world);
    expect(await merge(world)).toEqual({ outcome: 'unchanged' });
    expect(await wholeState(world)).toEqual(first);
    await give(world, KEPT, null);
    await merge(world);
    expect(await standingOf(world, KEPT)).toMatchObject({ givenBp: 0, discountBp: 200 });
  });

  it('ends the same told twice at once, and beside an order of the one who is going', async () => {
    const world = await withTwo();
    await Promise.all([merge(world), merge(world), buy(world, 4, GONE), buy(world, 5, KEPT)]);
    expect(await standingOf(world, KEPT)).toMatchObject({ spentMinor: 150_000, purchases: 5, givenBp: 700 });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withTwo, act: merge })).toBeGreaterThanOrEqual(12);
  });

  it('goes on where one merge follows another', async () => {
    const world = await withTwo();
    await buy(world, 6, 3);
    await merge(world);
    await world.useCases.mergeCustomers(SHOP, shopper(3), shopper(KEPT));
    const found = await world.stores.customers.findByShopifyId(SHOP, shopper(3));
    expect(await world.stores.readModels.row(SHOP, found?.id ?? customer(9))).toMatchObject({
      spentMinor: 120_000,
      discountBp: 700,
    });
    expect(await buy(world, 7, GONE)).toMatchObject({ customerId: found?.id });
  });

  it('says "unchanged" when both are one already, and the other way round afterwards', async () => {
    const world = await withTwo();
    expect(await world.useCases.mergeCustomers(SHOP, shopper(KEPT), shopper(KEPT))).toEqual({ outcome: 'unchanged' });
    await merge(world);
    expect(await world.useCases.mergeCustomers(SHOP, shopper(GONE), shopper(KEPT))).toEqual({ outcome: 'unchanged' });
  });
});
