import { describe, expect, it } from '@jest/globals';
import { aCard, aDraft, anOrder, aProgram, cardNumber, customer, program, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';

/** Three customers with orders of 500.00, 750.00 and 1000.00, before there is any program. */
async function aShopWithPast(): Promise<World> {
  const world = await setUp();
  for (const id of [1, 2, 3]) {
    const amountMinor = (id + 1) * 25_000;
    await world.useCases.recordPurchase(SHOP, told(anOrder(id, { amountMinor, shopifyCustomerId: shopper(id) })));
  }
  return world;
}

describe('rebuilding all standings', () => {
  it('gives everybody what a new program promises, with the program as the reason', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    expect(await world.useCases.rebuildStandings(SHOP)).toEqual({ customers: 3, purchases: 3, different: 3 });
    expect(await world.stores.journal.last(SHOP, customer(2))).toMatchObject({
      cause: { kind: 'program_published', programId: program(1), version: 1 },
      standing: { standings: [{ spentMinor: 75_000, discountBp: 100 }] },
    });
  });

  it('finds nothing different the second time and writes nothing', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    await world.useCases.rebuildStandings(SHOP);
    const before = await wholeState(world);
    expect(await world.useCases.rebuildStandings(SHOP)).toEqual({ customers: 3, purchases: 3, different: 0 });
    expect(await wholeState(world)).toEqual(before);
  });

  it('asks nothing about a single customer, whether they are up to date or not', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    const { stores } = world;
    const fail = async () => {
      throw new Error('a query for one customer');
    };
    Object.assign(stores.journal, { last: fail, manualFacts: fail });
    Object.assign(stores.facts, { of: fail });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 3 });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('may run twice at the same moment', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    await Promise.all([world.useCases.rebuildStandings(SHOP), world.useCases.rebuildStandings(SHOP)]);
    expect(await world.stores.journal.last(SHOP, customer(1))).toMatchObject({ sequence: 1 });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('puts nothing older on top of an order that comes in while it works', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    const { journal } = world.stores;
    const appendMany = journal.appendMany;
    Object.assign(journal, {
      appendMany: async (...args: Parameters<typeof appendMany>) => {
        await world.useCases.recordPurchase(
          SHOP,
          told(anOrder(9, { amountMinor: 30_000, shopifyCustomerId: shopper(2) })),
        );
        return appendMany(...args);
      },
    });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 3 });
    const stored = await world.stores.standings.find(SHOP, customer(2));
    expect(stored).toMatchObject({ sequence: 1, standing: { standings: [{ spentMinor: 105_000, discountBp: 200 }] } });
    Object.assign(journal, { appendMany });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('puts nothing older on top of an entry that is written between its reading and its writing', async () => {
    const world = await aShopWithPast();
    const id = await aProgram(world);
    await world.useCases.rebuildStandings(SHOP);
    await world.useCases.draftProgram(SHOP, id, aDraft({ mechanic: 'fixed', fixedPercent: '5' }));
    await world.useCases.publishProgram(SHOP, id, null, null);
    const { journal } = world.stores;
    const lastEntries = journal.lastEntries;
    Object.assign(journal, {
      lastEntries: async (...args: Parameters<typeof lastEntries>) => {
        await world.useCases.recordPurchase(SHOP, told(anOrder(9, { shopifyCustomerId: shopper(2) })));
        return lastEntries(...args);
      },
    });
    await world.useCases.rebuildStandings(SHOP);
    Object.assign(journal, { lastEntries });
    const stored = await world.stores.standings.find(SHOP, customer(2));
    expect(stored).toMatchObject({ sequence: 2, standing: { standings: [{ spentMinor: 85_000, discountBp: 500 }] } });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('brings a copy up to the journal’s number even where both say the same', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    await world.useCases.rebuildStandings(SHOP);
    const last = await world.stores.journal.last(SHOP, customer(1));
    if (last === null) throw new Error('no entry');
    await world.stores.journal.append(SHOP, { ...last, sequence: 2, cause: { kind: 'rebuilt' }, changes: [] });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 1 });
    expect(await world.stores.standings.find(SHOP, customer(1))).toMatchObject({ sequence: 2 });
  });

  it('ends the same wherever the process dies', async () => {
    const prepare = async (): Promise<World> => {
      const world = await aShopWithPast();
      await aProgram(world);
      return world;
    };
    const cuts = await cutShort({ prepare, act: ({ useCases }) => useCases.rebuildStandings(SHOP) });
    expect(cuts).toBe(4);
  });

  it('takes a discount away when its program has ended, and says which', async () => {
    const world = await aShopWithPast();
    const id = await aProgram(world);
    await world.useCases.rebuildStandings(SHOP);
    await world.useCases.endProgram(SHOP, id, null);
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 3 });
    expect(await world.stores.journal.last(SHOP, customer(3))).toMatchObject({
      cause: { kind: 'program_ended', programId: id },
      standing: { standings: [] },
    });
  });

  it('mends a copy that says something else than the facts', async () => {
    const world = await aShopWithPast();
    await aProgram(world);
    await world.useCases.rebuildStandings(SHOP);
    const copy = await world.stores.standings.find(SHOP, customer(2));
    if (copy === null) throw new Error('no copy');
    await world.stores.standings.put(SHOP, { ...copy, standing: { ...copy.standing, standings: [] } });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 1 });
    expect(await world.stores.standings.find(SHOP, customer(2))).toEqual(copy);
  });

  it('sees cards and levels given by hand, not purchases alone', async () => {
    const world = await aShopWithPast();
    await aProgram(world, { membership: 'card', cardFrom: '0', earlier: 'count' });
    await world.useCases.rebuildStandings(SHOP);
    await world.useCases.giveLevel(SHOP, customer(1), program(1), 700, '', null);
    await aCard(world, 1, { customerId: customer(1) });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 1 });
    const stored = await world.stores.standings.find(SHOP, customer(1));
    expect(stored?.standing.standings[0]).toMatchObject({ takesPart: true, discountBp: 700 });
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ cards: [cardNumber(1)] });
  });

  it('goes through a shop of more customers than one piece holds', async () => {
    const world = await setUp();
    await aProgram(world, { mechanic: 'fixed', fixedPercent: '3', levels: [] });
    const { customers } = world.stores;
    const first = await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    const known = first.outcome === 'skipped' ? null : await customers.find(SHOP, customer(1));
    if (known === null) throw new Error('nobody');
    for (let id = 2; id <= 2100; id += 1) {
      await customers.create(SHOP, { ...known, id: customer(id), shopifyCustomerIds: [shopper(id)] });
    }
    expect(await world.useCases.rebuildStandings(SHOP)).toEqual({ customers: 2100, purchases: 1, different: 2099 });
    expect(await world.stores.readModels.row(SHOP, customer(2100))).toMatchObject({ discountBp: 300 });
  });
});
