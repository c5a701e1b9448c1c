import { describe, expect, it } from '@jest/globals';
import { anOrder, aProgram, customer, program, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { SHOP, setUp, type World } from '../set-up.ts';

const give = ({ useCases }: World, discountBp: number | null, id = 1) =>
  useCases.giveLevel(SHOP, customer(id), program(1), discountBp, 'a friend of the house', '42');
const withCustomer = async (): Promise<World> => {
  const world = await setUp();
  await aProgram(world);
  await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 90_000 })));
  return world;
};
const discountOf = async ({ stores }: World, id = 1) =>
  (await stores.standings.find(SHOP, customer(id)))?.standing.standings[0];

describe('giving a level by hand', () => {
  it('is a floor under what is earned, and the journal says who gave it and why', async () => {
    const world = await withCustomer();
    const given = await give(world, 500);
    expect(given).toMatchObject({ ok: true, value: { standings: [{ givenBp: 500, discountBp: 500 }] } });
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({
      by: '42',
      cause: { kind: 'level_given', discountBp: 500, note: 'a friend of the house' },
    });
    await give(world, null);
    expect(await discountOf(world)).toMatchObject({ givenBp: 0, discountBp: 200 });
  });

  it('is kept when it lies below what is earned, for the day the earned level falls', async () => {
    const world = await withCustomer();
    await give(world, 150);
    expect(await discountOf(world)).toMatchObject({ givenBp: 150, discountBp: 200 });
  });

  it('is said once when it is given twice', async () => {
    const world = await withCustomer();
    await give(world, 500);
    expect(await give(world, 500)).toMatchObject({ ok: true });
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({ sequence: 2 });
  });

  it('has one of two that are given at once at the end, and both in the journal', async () => {
    const world = await withCustomer();
    await Promise.all([give(world, 500), give(world, 700)]);
    const journal = await world.stores.journal.page(SHOP, customer(1), null, 10);
    expect(journal.map(({ cause }) => cause.kind)).toEqual(['level_given', 'level_given', 'order']);
    expect(await discountOf(world)).toMatchObject({ discountBp: journal[0]?.standing.standings[0]?.discountBp });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withCustomer, act: (world) => give(world, 500) })).toBe(4);
  });

  it('goes to the customer who stays when the one on the screen was merged away', async () => {
    const world = await withCustomer();
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { shopifyCustomerId: shopper(2) })));
    await world.useCases.mergeCustomers(SHOP, shopper(1), shopper(2));
    await give(world, 500, 2);
    expect(await discountOf(world, 1)).toMatchObject({ givenBp: 500 });
  });

  it('goes to the customer who stays when the merge comes in that very moment', async () => {
    const world = await withCustomer();
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { shopifyCustomerId: shopper(2) })));
    const { journal } = world.stores;
    const append = journal.append;
    Object.assign(journal, {
      append: async (...args: Parameters<typeof append>) => {
        Object.assign(journal, { append });
        await world.useCases.mergeCustomers(SHOP, shopper(1), shopper(2));
        return append(...args);
      },
    });
    expect(await give(world, 500, 2)).toMatchObject({ ok: true });
    expect(await discountOf(world, 1)).toMatchObject({ givenBp: 500, spentMinor: 100_000 });
    expect(await discountOf(world, 2)).toBeUndefined();
  });

  it('tells what is wrong: nobody, no program, no percentage', async () => {
    const world = await withCustomer();
    expect(await give(world, 500, 9)).toEqual({ ok: false, error: { code: 'unknown_customer' } });
    const nowhere = await world.useCases.giveLevel(SHOP, customer(1), program(9), 500, '', null);
    expect(nowhere).toEqual({ ok: false, error: { code: 'unknown_program' } });
    for (const wrong of [0, -1, 10_001, 1.5]) {
      const fault = { path: 'discountBp', code: 'discount_out_of_range', facts: { maxBp: 10_000 } };
      expect(await give(world, wrong)).toEqual({ ok: false, error: { code: 'faults', faults: [fault] } });
    }
  });
});
