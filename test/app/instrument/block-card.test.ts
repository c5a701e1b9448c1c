import { describe, expect, it } from '@jest/globals';
import type { CardNumber } from '../../../shared/domain/ids.ts';
import { anOrder, atDay, cardNumber, order, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, type World } from '../set-up.ts';
import { cardOf, cardShop, cardState, discountOf, numbersOf, somebody } from './card-state.ts';

/** Ada holds a card that has earned her 5 %. */
async function withHolder() {
  const shop = await cardShop();
  const { world, blanks } = shop;
  const ada = await somebody(world);
  const [number = cardNumber(1), blank = cardNumber(2)] = blanks;
  await world.useCases.linkCard(world.shop, number, ada, null, null);
  await world.useCases.recordPurchase(
    world.shop,
    told(anOrder(1, { shopifyCustomerId: null, cardNumber: number, amountMinor: 20_000, processedAt: NOW })),
  );
  return { ...shop, ada, number, blank };
}

const block = (world: World, number: CardNumber, blocked = true) =>
  world.useCases.blockCard(world.shop, number, blocked, 'Reported stolen', 'staff-1');

describe('blocking a card', () => {
  it('ends its discount at once and says so in the journal; unblocking gives it back', async () => {
    const { world, ada, number } = await withHolder();
    expect(await block(world, number)).toMatchObject({ ok: true, value: { state: 'blocked', customerId: ada } });
    expect(await discountOf(world, ada)).toBe(0);
    expect((await world.stores.journal.last(world.shop, ada))?.cause).toEqual({ kind: 'card_blocked', number });
    expect(await block(world, number, false)).toMatchObject({ ok: true, value: { state: 'issued' } });
    expect(await discountOf(world, ada)).toBe(500);
    expect((await world.stores.journal.last(world.shop, ada))?.cause).toEqual({ kind: 'card_unblocked', number });
    const kinds = (await cardOf(world, number))?.history.map(({ kind, note }) => [kind, note]);
    expect(kinds?.slice(-2)).toEqual([
      ['blocked', 'Reported stolen'],
      ['unblocked', 'Reported stolen'],
    ]);
  });

  it('leaves the purchases that were made with it where they are', async () => {
    const { world, ada, number } = await withHolder();
    await block(world, number);
    expect(await world.stores.purchases.find(world.shop, order(1))).toMatchObject({ customerId: ada });
  });

  it('that is blank makes it useless, and unblocked a blank again', async () => {
    const { world, blank } = await withHolder();
    expect(await block(world, blank)).toMatchObject({ value: { state: 'blocked', customerId: null } });
    expect(await block(world, blank, false)).toMatchObject({ value: { state: 'emitted', customerId: null } });
  });

  it('done twice is done once', async () => {
    const { world, number } = await withHolder();
    await block(world, number);
    const before = await cardState(world);
    expect(await block(world, number)).toMatchObject({ ok: true });
    expect(await cardState(world)).toEqual(before);
  });

  it('by two at once is blocked once', async () => {
    const { world, ada, number } = await withHolder();
    const both = await Promise.all([block(world, number), block(world, number)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await cardOf(world, number))?.history.filter(({ kind }) => kind === 'blocked').length).toBe(1);
    expect(await discountOf(world, ada)).toBe(0);
  });

  it('can be cut after any step and done again', async () => {
    const prepare = async () => (await withHolder()).world;
    const act = async (world: World) => {
      const issued = (await Promise.all((await numbersOf(world)).map((each) => cardOf(world, each)))).find(
        (card) => card !== null && card.customerId !== null,
      );
      return block(world, issued?.number ?? cardNumber(1));
    };
    expect(await cutShort({ prepare, act, state: cardState })).toBeGreaterThan(3);
  });

  it('says why not', async () => {
    const { world, number, blank } = await withHolder();
    expect(await block(world, cardNumber(999))).toEqual({ ok: false, error: { code: 'unknown_card' } });
    await world.useCases.replaceCard(world.shop, number, { number: blank, who: null }, '');
    expect(await block(world, number)).toEqual({ ok: false, error: { code: 'card_replaced' } });
  });
});

describe('cards whose last day has passed', () => {
  async function ending() {
    const shop = await withHolder();
    const { world, programId } = shop;
    const known = new Set(await numbersOf(world));
    const series = { programId, name: 'Summer', count: 3, expiresAt: atDay(10) };
    await world.useCases.emitSeries(world.shop, series, null);
    const ends = (await numbersOf(world)).filter((number) => !known.has(number));
    const bob = await somebody(world, 'Bob');
    const [bobs = cardNumber(1)] = ends;
    await world.useCases.linkCard(world.shop, bobs, bob, null, null);
    await world.useCases.recordPurchase(
      world.shop,
      told(anOrder(2, { shopifyCustomerId: null, cardNumber: bobs, amountMinor: 20_000, processedAt: NOW })),
    );
    return { ...shop, bob, bobs, ends };
  }
  const expire = ({ useCases, shop }: World) => useCases.expireCards(shop);

  it('expire at their instant and not before, blank or in hands, and the holder loses what they gave', async () => {
    const { world, ada, bob, bobs, ends } = await ending();
    world.clock.set(atDay(10) - 1);
    expect(await expire(world)).toBe(0);
    expect(world.sweeps).toEqual([]);
    world.clock.set(atDay(10));
    expect(await expire(world)).toBe(3);
    for (const number of ends) expect(await cardOf(world, number)).toMatchObject({ state: 'expired' });
    expect([await discountOf(world, bob), await discountOf(world, ada)]).toEqual([0, 500]);
    expect((await world.stores.journal.last(world.shop, bob))?.cause).toEqual({ kind: 'card_expired', number: bobs });
  });

  it('expire once, also when two look at once', async () => {
    const { world, bobs } = await ending();
    world.clock.set(atDay(10));
    const both = await Promise.all([expire(world), expire(world)]);
    expect(both.reduce((a, b) => a + b)).toBe(3);
    expect(await expire(world)).toBe(0);
    expect((await cardOf(world, bobs))?.history.filter(({ kind }) => kind === 'expired').length).toBe(1);
  });

  it('cut after any step end the same, by the sweep that was asked for before', async () => {
    const prepare = async () => {
      const { world } = await ending();
      world.clock.set(atDay(10));
      return world;
    };
    // The journal may name either cause; what the customers have is what counts.
    const state = async (world: World) => {
      const { customers, everyCard } = await cardState(world);
      return {
        everyCard,
        standings: customers.map(({ standing, row }) => ({ standing: standing?.standing.standings, row })),
      };
    };
    const act = async (world: World) => {
      await expire(world);
      if (world.sweeps.length > 0) await world.useCases.rebuildStandings(world.shop);
    };
    expect(await cutShort({ prepare, act, state })).toBeGreaterThan(4);
  });

  it('ask for no sweep when nobody holds one of them', async () => {
    const { world, programId } = await cardShop();
    await world.useCases.emitSeries(world.shop, { programId, name: 'Short', count: 450, expiresAt: atDay(1) }, null);
    world.clock.set(atDay(1));
    expect([await expire(world), world.sweeps]).toEqual([450, []]);
  });
});
