import { describe, expect, it } from '@jest/globals';
import { blankCustomer } from '../../../server/app/customer/enter-shopify-customer.ts';
import type { Cause } from '../../../shared/domain/journal/journal.ts';
import { aCard, anOrder, aProgram, atDay, cardNumber, customer, DAY_MS, order, program, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';

const REBUILT: Cause = { kind: 'rebuilt' };
const refresh = ({ useCases }: World, id = 1) => useCases.refreshStanding(SHOP, customer(id), REBUILT, null);
const copyOf = ({ stores }: World, id = 1) => stores.standings.find(SHOP, customer(id));
const lastOf = ({ stores }: World, id = 1) => stores.journal.last(SHOP, customer(id));

/** A customer with 500.00 spent, recorded by the store alone: nothing has looked at it yet. */
async function withUnseenOrder(amountMinor = 50_000): Promise<World> {
  const world = await setUp();
  await aProgram(world);
  await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 100 })));
  await world.stores.purchases.record(SHOP, order(2), anOrder(2, { amountMinor }), []);
  await world.stores.purchases.attribute(SHOP, order(2), customer(1), false);
  return world;
}

describe('refreshing a standing', () => {
  it('appends what is different with its cause, and moves the copy, the figures and the outbox after it', async () => {
    const world = await withUnseenOrder();
    expect(await refresh(world)).toBe('appended');
    expect(await lastOf(world)).toMatchObject({
      sequence: 2,
      cause: REBUILT,
      changes: expect.arrayContaining([
        { kind: 'spent', programId: program(1), before: 100, after: 50_100 },
        { kind: 'discount', programId: program(1), before: 0, after: 100 },
      ]),
    });
    expect(await copyOf(world)).toMatchObject({ sequence: 2, standing: { standings: [{ spentMinor: 50_100 }] } });
    const row = await world.stores.readModels.row(SHOP, customer(1));
    expect(row).toMatchObject({ spentMinor: 50_100, purchases: 2, discountBp: 100, lastPurchaseAt: NOW - DAY_MS });
    expect(await world.stores.outbox.waiting(SHOP)).toBe(1);
  });

  it('does nothing the second time', async () => {
    const world = await withUnseenOrder();
    await refresh(world);
    const before = await wholeState(world);
    expect(await refresh(world)).toBe('unchanged');
    expect(await wholeState(world)).toEqual(before);
  });

  it('tells checkout nothing when the total moved and the discount did not', async () => {
    const world = await withUnseenOrder(100);
    await refresh(world);
    expect(await world.stores.outbox.waiting(SHOP)).toBe(0);
  });

  it('gives a number once when two look at the same moment', async () => {
    const world = await withUnseenOrder();
    const outcomes = await Promise.all([refresh(world), refresh(world), refresh(world)]);
    expect(outcomes.sort()).toEqual(['appended', 'unchanged', 'unchanged']);
    expect(await lastOf(world)).toMatchObject({ sequence: 2 });
    expect(await copyOf(world)).toMatchObject({ sequence: 2 });
  });

  it('puts no older view on top of a newer one when an order comes in between reading and writing', async () => {
    const world = await withUnseenOrder();
    const { facts } = world.stores;
    const of = facts.of;
    Object.assign(facts, {
      of: async (...args: Parameters<typeof of>) => {
        const seen = await of(...args);
        Object.assign(facts, { of });
        await world.useCases.recordPurchase(SHOP, told(anOrder(3, { amountMinor: 30_000 })));
        return seen;
      },
    });
    await refresh(world);
    expect(await copyOf(world)).toMatchObject({ standing: { standings: [{ spentMinor: 80_100, discountBp: 200 }] } });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('reads again when another process took the number, and gives up after five times', async () => {
    const world = await withUnseenOrder();
    const { journal } = world.stores;
    let taken = 0;
    const append = journal.append;
    Object.assign(journal, {
      append: async (...args: Parameters<typeof append>) => {
        taken += 1;
        return taken <= 4 ? 'sequence_taken' : append(...args);
      },
    });
    expect(await refresh(world)).toBe('appended');
    taken = -1000;
    Object.assign(journal, { append: async () => 'sequence_taken' });
    await world.stores.purchases.record(SHOP, order(3), anOrder(3), []);
    await world.stores.purchases.attribute(SHOP, order(3), customer(1), false);
    await expect(refresh(world)).rejects.toMatchObject({ code: 'standing_contended', retryable: true });
  });

  it('heals at the next look when the process died between the journal and the copy', async () => {
    const world = await withUnseenOrder();
    world.cutter.dieAfter(1);
    await expect(refresh(world)).rejects.toThrow();
    world.cutter.revive();
    expect(await lastOf(world)).toMatchObject({ sequence: 2 });
    expect(await copyOf(world)).toMatchObject({ sequence: 1 });
    expect(await world.stores.outbox.waiting(SHOP)).toBe(0);
    expect(await refresh(world)).toBe('unchanged');
    expect(await copyOf(world)).toMatchObject({ sequence: 2, standing: { standings: [{ discountBp: 100 }] } });
    expect(await world.stores.outbox.waiting(SHOP)).toBe(1);
  });

  it('heals the same at a rebuild', async () => {
    const world = await withUnseenOrder();
    world.cutter.dieAfter(1);
    await expect(refresh(world)).rejects.toThrow();
    world.cutter.revive();
    expect(await world.useCases.rebuildStandings(SHOP)).toEqual({ customers: 1, purchases: 2, different: 1 });
    expect(await copyOf(world)).toMatchObject({ sequence: 2 });
    expect(await world.stores.outbox.waiting(SHOP)).toBe(1);
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('ends the same wherever the process dies', async () => {
    expect(await cutShort({ prepare: withUnseenOrder, act: (world) => refresh(world) })).toBe(4);
  });

  it('never lets an older view cover a newer one', async () => {
    const world = await withUnseenOrder();
    await refresh(world);
    const copy = await copyOf(world);
    if (copy === null) throw new Error('no copy');
    const older = { ...copy, sequence: 1, standing: { ...copy.standing, standings: [] } };
    expect(await world.stores.standings.put(SHOP, older)).toBe('older');
    expect(await copyOf(world)).toEqual(copy);
  });

  it('keeps nothing of somebody who was erased', async () => {
    const world = await setUp();
    await aProgram(world, { mechanic: 'fixed', fixedPercent: '3', levels: [] });
    await world.stores.customers.create(SHOP, { ...blankCustomer(customer(1), NOW), state: 'erased' });
    expect(await refresh(world)).toBe('unchanged');
    expect([await copyOf(world), await lastOf(world)]).toEqual([null, null]);
  });

  it('says "unchanged" of somebody the shop does not know', async () => {
    const world = await setUp();
    expect(await refresh(world, 99)).toBe('unchanged');
  });

  it('counts an order that is dated ahead of our clock when its moment has come', async () => {
    const world = await setUp();
    await aProgram(world);
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 50_000, processedAt: NOW + 5000 })));
    expect(await copyOf(world)).toMatchObject({ standing: { standings: [{ spentMinor: 0, changesAt: NOW + 5000 }] } });
    world.clock.set(NOW + 5000);
    expect(await world.useCases.refreshDue(SHOP)).toBe(1);
    expect(await copyOf(world)).toMatchObject({ standing: { standings: [{ spentMinor: 50_000 }] } });
  });
});

describe('what makes somebody a holder', () => {
  const holder = async (world: World) => {
    await refresh(world);
    return (await copyOf(world))?.standing.standings[0];
  };
  const withCards = async (): Promise<World> => {
    const world = await setUp();
    await aProgram(world, { membership: 'card', cardFrom: '0', earlier: 'ignored' });
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 20_000, processedAt: atDay(-8) })));
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { amountMinor: 40_000, processedAt: atDay(-3) })));
    return world;
  };

  it('takes part with a card, and counts from its day', async () => {
    const world = await withCards();
    expect(await holder(world)).toMatchObject({ takesPart: false, discountBp: 0 });
    await aCard(world, 1, { customerId: customer(1), issuedAt: atDay(-5) });
    expect(await holder(world)).toMatchObject({ takesPart: true, spentMinor: 40_000, discountBp: 0 });
  });

  it('keeps counting from the first card when it was replaced', async () => {
    const world = await withCards();
    await aCard(world, 1, {
      customerId: customer(1),
      issuedAt: atDay(-9),
      state: 'replaced',
      replacedBy: cardNumber(2),
    });
    await aCard(world, 2, { customerId: customer(1), issuedAt: atDay(-1) });
    expect(await holder(world)).toMatchObject({ takesPart: true, spentMinor: 60_000, discountBp: 100 });
  });

  it('takes no part any more when the only card is blocked, also when it had come for another', async () => {
    const world = await withCards();
    await aCard(world, 1, {
      customerId: customer(1),
      issuedAt: atDay(-9),
      state: 'replaced',
      replacedBy: cardNumber(2),
    });
    await aCard(world, 2, { customerId: customer(1), issuedAt: atDay(-1), state: 'blocked' });
    expect(await holder(world)).toMatchObject({ takesPart: false, discountBp: 0 });
  });

  it('is due a card after a purchase of the amount, until one is given', async () => {
    const world = await withCards();
    expect(await world.stores.readModels.row(SHOP, customer(1))).toMatchObject({ dueCard: true });
    await aCard(world, 1, { customerId: customer(1) });
    await refresh(world);
    const row = await world.stores.readModels.row(SHOP, customer(1));
    expect(row).toMatchObject({ dueCard: false, cards: [cardNumber(1)] });
  });
});
