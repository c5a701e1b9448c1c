import { describe, expect, it } from '@jest/globals';
import type { CardNumber, CustomerId } from '../../../shared/domain/ids.ts';
import { anOrder, aProgram, atDay, cardNumber, order, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, type World } from '../set-up.ts';
import { cardOf, cardShop, cardState, discountOf, numbersOf, somebody } from './card-state.ts';

/** Ada got her card fifty days ago and has bought for 200.00 with it. */
async function withHolder() {
  const shop = await cardShop({ window: 'card_year' });
  const { world, blanks } = shop;
  const ada = await somebody(world);
  world.clock.set(atDay(-50));
  const [old = cardNumber(1), fresh = cardNumber(2), other = cardNumber(3)] = blanks;
  await world.useCases.linkCard(world.shop, old, ada, null, 'staff-1');
  world.clock.set(atDay(-40));
  await world.useCases.recordPurchase(
    world.shop,
    told(anOrder(1, { shopifyCustomerId: null, cardNumber: old, amountMinor: 20_000, processedAt: atDay(-40) })),
  );
  world.clock.set(NOW);
  return { ...shop, ada, old, fresh, other };
}

const replace = (world: World, old: CardNumber, fresh: CardNumber, note = 'Lost on the tram') =>
  world.useCases.replaceCard(world.shop, old, { number: fresh, who: 'staff-2' }, note);
const windowOf = async ({ stores, shop }: World, id: CustomerId) =>
  (await stores.standings.find(shop, id))?.standing.standings[0]?.windowEndsAt;

describe('replacing a card', () => {
  it('keeps holder, standing, history and the year of the card', async () => {
    const { world, ada, old, fresh } = await withHolder();
    const before = [await discountOf(world, ada), await windowOf(world, ada)];
    expect(before[0]).toBe(500);
    expect(await replace(world, old, fresh)).toMatchObject({
      ok: true,
      value: { number: fresh, state: 'issued', customerId: ada, issuedAt: atDay(-50), issuedBy: null },
    });
    expect(await cardOf(world, old)).toMatchObject({ state: 'replaced', replacedBy: fresh, customerId: ada });
    expect((await cardOf(world, old))?.history.at(-1)).toEqual({
      at: NOW,
      by: 'staff-2',
      kind: 'replaced',
      customerId: ada,
      note: 'Lost on the tram',
    });
    expect([await discountOf(world, ada), await windowOf(world, ada)]).toEqual(before);
    expect(await world.stores.readModels.row(world.shop, ada)).toMatchObject({ cards: [fresh], spentMinor: 20_000 });
  });

  it('lets orders that still name the old card find the holder', async () => {
    const { world, ada, old, fresh } = await withHolder();
    await replace(world, old, fresh);
    await world.useCases.recordPurchase(world.shop, told(anOrder(2, { shopifyCustomerId: null, cardNumber: old })));
    expect(await world.stores.purchases.find(world.shop, order(2))).toMatchObject({ customerId: ada });
  });

  it('gives a stolen card that was blocked a successor, and the discount back', async () => {
    const { world, ada, old, fresh } = await withHolder();
    await world.useCases.blockCard(world.shop, old, true, 'Stolen', null);
    expect(await discountOf(world, ada)).toBe(0);
    expect(await replace(world, old, fresh)).toMatchObject({ ok: true });
    expect(await discountOf(world, ada)).toBe(500);
    expect((await world.stores.journal.last(world.shop, ada))?.cause).toEqual({
      kind: 'card_replaced',
      number: old,
      by: fresh,
    });
  });

  it('done twice is done once', async () => {
    const { world, old, fresh } = await withHolder();
    const first = await replace(world, old, fresh);
    const before = await cardState(world);
    expect(await replace(world, old, fresh)).toEqual(first);
    expect(await cardState(world)).toEqual(before);
  });

  it('by two new cards at once takes one; the other is a blank again', async () => {
    const { world, ada, old, fresh, other } = await withHolder();
    const both = await Promise.all([replace(world, old, fresh), replace(world, old, other)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'card_replaced' } });
    const states = await Promise.all([fresh, other].map(async (number) => (await cardOf(world, number))?.state));
    expect(states.sort()).toEqual(['emitted', 'issued']);
    expect((await world.stores.readModels.row(world.shop, ada))?.cards.length).toBe(1);
  });

  it('can be cut after any step and done again', async () => {
    const act = async (world: World) => {
      const [old = cardNumber(1), fresh = cardNumber(2)] = await numbersOf(world);
      return replace(world, old, fresh);
    };
    expect(await cutShort({ prepare: async () => (await withHolder()).world, act, state: cardState })).toBeGreaterThan(
      2,
    );
  });

  it('never leaves the holder without a card when it is cut', async () => {
    for (let writes = 1; writes <= 3; writes += 1) {
      const { world, ada, old, fresh } = await withHolder();
      world.cutter.dieAfter(writes);
      await replace(world, old, fresh).catch(() => undefined);
      const held = await world.stores.cards.ofCustomer(world.shop, ada);
      expect(held.some(({ state }) => state === 'issued')).toBe(true);
    }
  });

  it('says why not', async () => {
    const { world, old, fresh, other, blanks } = await withHolder();
    expect(await replace(world, cardNumber(999), fresh)).toEqual({ ok: false, error: { code: 'unknown_card' } });
    expect(await replace(world, old, cardNumber(999))).toEqual({ ok: false, error: { code: 'unknown_card' } });
    expect(await replace(world, old, old)).toEqual({ ok: false, error: { code: 'card_already_issued' } });
    expect(await replace(world, fresh, other)).toEqual({ ok: false, error: { code: 'card_not_issued' } });
    const [, , , bobs = old, blank = old] = blanks;
    const bob = await somebody(world, 'Bob');
    await world.useCases.linkCard(world.shop, bobs, bob, null, null);
    expect(await replace(world, old, bobs)).toEqual({ ok: false, error: { code: 'card_already_issued' } });
    await world.useCases.blockCard(world.shop, blank, true, '', null);
    expect(await replace(world, old, blank)).toEqual({ ok: false, error: { code: 'card_blocked' } });
    await replace(world, old, fresh);
    expect(await replace(world, old, other)).toEqual({ ok: false, error: { code: 'card_replaced' } });
  });

  it('refuses a blank card of another program', async () => {
    const { world, old } = await withHolder();
    expect(await replace(world, old, await blankOfAnotherProgram(world))).toEqual({
      ok: false,
      error: { code: 'card_of_another_program' },
    });
  });
});

async function blankOfAnotherProgram(world: World): Promise<CardNumber> {
  const programId = await aProgram(world, { name: 'Another' });
  const known = new Set(await numbersOf(world));
  await world.useCases.emitSeries(world.shop, { programId, name: 'Other', count: 1, expiresAt: null }, null);
  return (await numbersOf(world)).find((each) => !known.has(each)) ?? cardNumber(1);
}
