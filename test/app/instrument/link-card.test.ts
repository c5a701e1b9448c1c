import { describe, expect, it } from '@jest/globals';
import type { CustomerId } from '../../../shared/domain/ids.ts';
import { anOrder, atDay, cardNumber, customer, order, shopper, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, type World } from '../set-up.ts';
import { cardOf, cardShop, cardState, discountOf, somebody } from './card-state.ts';

const rowOf = ({ stores, shop }: World, id: CustomerId) => stores.readModels.row(shop, id);
const spentOf = async ({ stores, shop }: World, id: CustomerId) =>
  (await stores.standings.find(shop, id))?.standing.standings[0]?.spentMinor;

/** Shopper 1 has bought for 40.00, 120.00 and 60.00 in turn; the middle one and the last earn a card. */
async function withBuyer(earlier: 'ignored' | 'count' = 'ignored') {
  const shop = await cardShop({ earlier });
  const { world } = shop;
  for (const [id, amountMinor, day] of [
    [1, 4_000, -5],
    [2, 12_000, -4],
    [3, 6_000, -3],
  ] as const)
    await world.useCases.recordPurchase(world.shop, told(anOrder(id, { amountMinor, processedAt: atDay(day) })));
  const buyer = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
  if (buyer === null) throw new Error('nobody bought');
  return { ...shop, buyer: buyer.id, number: shop.blanks[0] ?? cardNumber(1) };
}

describe('handing a card over', () => {
  it('makes a blank card theirs, writes its history, and the customer is due no card any more', async () => {
    const { world, buyer, number } = await withBuyer();
    expect((await rowOf(world, buyer))?.dueCard).toBe(true);
    const linked = await world.useCases.linkCard(world.shop, number, buyer, order(2), 'staff-1');
    const card = { state: 'issued', customerId: buyer, issuedAt: NOW, issuedBy: order(2) };
    expect(linked).toMatchObject({ ok: true, value: { number, ...card } });
    expect(await cardOf(world, number)).toEqual(linked.ok && linked.value);
    expect((await cardOf(world, number))?.history.at(-1)).toEqual({
      at: NOW,
      by: 'staff-1',
      kind: 'issued',
      customerId: buyer,
      note: '',
    });
    expect(await rowOf(world, buyer)).toMatchObject({ dueCard: false, cards: [number] });
    expect((await world.stores.journal.last(world.shop, buyer))?.cause).toEqual({ kind: 'card_linked', number });
  });

  it('counts the purchase that gave the card and those after it, and no earlier one', async () => {
    const { world, buyer, number } = await withBuyer();
    await world.useCases.linkCard(world.shop, number, buyer, order(2), null);
    expect([await spentOf(world, buyer), await discountOf(world, buyer)]).toEqual([18_000, 500]);
  });

  it('takes the latest purchase that earns a card as the giving one when nobody names one', async () => {
    const { world, buyer, number } = await withBuyer();
    await world.useCases.linkCard(world.shop, number, buyer, null, null);
    expect((await cardOf(world, number))?.issuedBy).toBe(order(3));
    expect(await spentOf(world, buyer)).toBe(6_000);
  });

  it('takes a purchase of exactly the amount as one that earns a card, and none that falls a cent short', async () => {
    const { world, blanks } = await cardShop();
    const bought = [
      told(anOrder(1, { amountMinor: 5_000 })),
      told(anOrder(2, { amountMinor: 4_999, processedAt: NOW })),
    ];
    for (const each of bought) await world.useCases.recordPurchase(world.shop, each);
    const buyer = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
    const linked = await world.useCases.linkCard(
      world.shop,
      blanks[0] ?? cardNumber(1),
      buyer?.id ?? customer(1),
      null,
      null,
    );
    expect(linked).toMatchObject({ value: { issuedBy: order(1) } });
  });

  it('counts everything where the program says that earlier purchases count', async () => {
    const { world, buyer, number } = await withBuyer('count');
    await world.useCases.linkCard(world.shop, number, buyer, null, null);
    expect(await spentOf(world, buyer)).toBe(22_000);
  });

  it('names no giving purchase for somebody who has bought nothing', async () => {
    const { world, blanks } = await cardShop();
    const ada = await somebody(world);
    expect(await world.useCases.linkCard(world.shop, blanks[0] ?? cardNumber(1), ada, null, null)).toMatchObject({
      value: { issuedBy: null },
    });
  });

  it('makes purchases that named the card theirs, and takes them from whom they were before', async () => {
    const { world, blanks } = await cardShop();
    const [number = cardNumber(1)] = blanks;
    await world.useCases.recordPurchase(world.shop, told(anOrder(1, { cardNumber: number, amountMinor: 20_000 })));
    const ada = await somebody(world);
    await world.useCases.linkCard(world.shop, number, ada, order(1), null);
    expect(await world.stores.purchases.find(world.shop, order(1))).toMatchObject({ customerId: ada, contested: true });
    expect(await rowOf(world, ada)).toMatchObject({ spentMinor: 20_000 });
    const before = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
    expect(before && (await rowOf(world, before.id))).toMatchObject({ spentMinor: 0 });
  });

  it('at the till makes the order theirs that named nobody, whichever of both is told first', async () => {
    const anonymous = told(anOrder(7, { shopifyCustomerId: null, amountMinor: 20_000 }));
    for (const isOrderFirst of [true, false]) {
      const { world, blanks } = await cardShop();
      const ada = await somebody(world);
      if (isOrderFirst) await world.useCases.recordPurchase(world.shop, anonymous);
      await world.useCases.linkCard(world.shop, blanks[0] ?? cardNumber(1), ada, order(7), null);
      if (!isOrderFirst) await world.useCases.recordPurchase(world.shop, anonymous);
      expect(await rowOf(world, ada)).toMatchObject({ spentMinor: 20_000, discountBp: 500 });
      await world.useCases.recordPurchase(world.shop, { ...anonymous, snapshot: null, refunds: [] });
      expect(await world.stores.purchases.find(world.shop, order(7))).toMatchObject({ customerId: ada });
    }
  });

  it('done twice is done once; the second time changes nothing', async () => {
    const { world, buyer, number } = await withBuyer();
    const first = await world.useCases.linkCard(world.shop, number, buyer, null, null);
    const before = await cardState(world);
    expect(await world.useCases.linkCard(world.shop, number, buyer, null, null)).toEqual(first);
    expect(await cardState(world)).toEqual(before);
  });

  it('to two people at once gives it to one; the other hears whose it is', async () => {
    const { world, blanks } = await cardShop();
    const [number = cardNumber(1)] = blanks;
    const both = [await somebody(world, 'Ada'), await somebody(world, 'Bob')];
    const linked = await Promise.all(both.map((id) => world.useCases.linkCard(world.shop, number, id, null, null)));
    const holder = (await cardOf(world, number))?.customerId;
    expect(linked.filter(({ ok }) => ok).length).toBe(1);
    expect(linked.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { code: 'card_of_somebody_else', customerId: holder },
    });
    expect((await cardOf(world, number))?.history.length).toBe(2);
  });

  it('can be cut after any step and done again', async () => {
    const prepare = async () => (await withBuyer()).world;
    const act = async (world: World) => {
      const buyer = await world.stores.customers.findByShopifyId(world.shop, shopper(1));
      const [number] = (await cardState(world)).everyCard.map((card) => card.number ?? cardNumber(1));
      return world.useCases.linkCard(world.shop, number ?? cardNumber(1), buyer?.id ?? customer(1), order(2), null);
    };
    expect(await cutShort({ prepare, act, state: cardState })).toBeGreaterThan(3);
  });

  it('says why not', async () => {
    const { world, buyer, number, blanks } = await withBuyer();
    const link = (to: CustomerId, card = number) => world.useCases.linkCard(world.shop, card, to, null, null);
    expect(await link(buyer, cardNumber(999))).toEqual({ ok: false, error: { code: 'unknown_card' } });
    expect(await link(customer(999))).toEqual({ ok: false, error: { code: 'unknown_customer' } });
    await world.useCases.blockCard(world.shop, number, true, '', null);
    expect(await link(buyer)).toEqual({ ok: false, error: { code: 'card_blocked' } });
    const [, other = number, third = number] = blanks;
    await link(buyer, other);
    await world.useCases.replaceCard(world.shop, other, { number: third, who: null }, '');
    expect(await link(buyer, other)).toEqual({ ok: false, error: { code: 'card_replaced' } });
  });

  it('to somebody who was merged gives it to whom they became', async () => {
    const { world, buyer, number } = await withBuyer();
    await world.useCases.recordPurchase(world.shop, told(anOrder(9, { shopifyCustomerId: shopper(2) })));
    await world.useCases.mergeCustomers(world.shop, shopper(2), shopper(1));
    const kept = await world.stores.customers.findByShopifyId(world.shop, shopper(2));
    expect(await world.useCases.linkCard(world.shop, number, buyer, null, null)).toMatchObject({
      value: { customerId: kept?.id },
    });
  });
});
