import { describe, expect, it } from '@jest/globals';
import { writeStatement } from '../../../shared/domain/entitlement/write-statement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import {
  aCard,
  anOrder,
  aProgram,
  aRefund,
  atDay,
  cardNumber,
  customer,
  order,
  shopper,
  told,
  toldRefund,
} from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { aShop, NOW, SHOP, setUp, type World } from '../set-up.ts';
import { wholeState } from '../whole-state.ts';

const standingOf = async ({ stores, shop }: World, id: number) => {
  const stored = await stores.standings.find(shop, customer(id));
  return stored?.standing.standings[0];
};
const causesOf = async ({ stores, shop }: World, id: number) => {
  const page = await stores.journal.page(shop, customer(id), null, 100);
  return page.map(({ cause }) => cause.kind).reverse();
};
const purchaseOf = ({ stores, shop }: World, id: number) => stores.purchases.find(shop, order(id));

const statement = (shop: ShopId, card: number, hex = aShop().entitlementKeys[0]?.hex ?? '') =>
  writeStatement(
    { id: 'a', hex },
    { shop, cardNumber: cardNumber(card), sequence: 1, fromDay: '2026-06-14', untilDay: '2026-06-14', discountBp: 0 },
  );

describe('recording a purchase', () => {
  it('counts a paid order for the Shopify customer and says so in the journal', async () => {
    const world = await setUp();
    await aProgram(world);
    const outcome = await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 50_000 })));
    expect(outcome).toEqual({ outcome: 'recorded', customerId: customer(1) });
    expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 50_000, purchases: 1, level: 0, discountBp: 100 });
    expect(await causesOf(world, 1)).toEqual(['order']);
  });

  it('enters a Shopify customer whom nobody knew, to be checked', async () => {
    const world = await setUp();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    expect(await world.stores.customers.findByShopifyId(SHOP, shopper(1))).toMatchObject({ state: 'check' });
  });

  it('keeps an order of nobody without a customer', async () => {
    const world = await setUp();
    const outcome = await world.useCases.recordPurchase(SHOP, told(anOrder(1, { shopifyCustomerId: null })));
    expect(outcome).toEqual({ outcome: 'recorded', customerId: null });
    expect(await purchaseOf(world, 1)).toMatchObject({ customerId: null, contested: false });
  });

  it('says "unchanged" to the same order told twice, and writes nothing into the journal', async () => {
    const world = await setUp();
    await aProgram(world);
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    const before = await wholeState(world);
    const again = await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    expect(again.outcome).toBe('unchanged');
    expect(await wholeState(world)).toEqual(before);
  });

  it('works a telling through once, and again when something happened to the order or time has passed', async () => {
    const world = await setUp();
    await aProgram(world);
    const { facts } = world.stores;
    let reads = 0;
    const of = facts.of;
    Object.assign(facts, {
      of: (...args: Parameters<typeof of>) => {
        reads += 1;
        return of(...args);
      },
    });
    const readsOf = async (act: () => Promise<unknown>): Promise<number> => {
      const before = reads;
      await act();
      return reads - before;
    };
    const tell = () => world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    expect(await readsOf(tell)).toBe(1);
    expect(await readsOf(tell)).toBe(0);
    await world.stores.purchases.attribute(SHOP, order(1), null, false);
    expect(await readsOf(tell)).toBeGreaterThan(0);
    expect(await purchaseOf(world, 1)).toMatchObject({ customerId: customer(1) });
    world.clock.set(NOW + 60_000);
    expect(await readsOf(tell)).toBe(1);
  });

  it('takes the level back when a refund drops the total, and names the refund', async () => {
    const world = await setUp();
    await aProgram(world);
    const paid = anOrder(1, { amountMinor: 50_000, processedAt: atDay(-2) });
    await world.useCases.recordPurchase(SHOP, told(paid));
    const refund = aRefund(1, 7);
    await world.useCases.recordPurchase(SHOP, toldRefund(refund));
    await world.useCases.recordPurchase(SHOP, told({ ...paid, updatedAt: refund.processedAt }, { refunds: [refund] }));
    expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 0, purchases: 0, level: null, discountBp: 0 });
    expect(await causesOf(world, 1)).toEqual(['order', 'refund']);
  });

  it('names the refund too when the updated order tells of it first', async () => {
    const world = await setUp();
    await aProgram(world);
    const paid = anOrder(1, { amountMinor: 50_000, processedAt: atDay(-2) });
    const refund = aRefund(1, 7);
    await world.useCases.recordPurchase(SHOP, told(paid));
    await world.useCases.recordPurchase(SHOP, told({ ...paid, updatedAt: refund.processedAt }, { refunds: [refund] }));
    expect(await causesOf(world, 1)).toEqual(['order', 'refund']);
  });

  it('waits with a refund whose order has not come yet', async () => {
    const world = await setUp();
    await aProgram(world);
    const early = await world.useCases.recordPurchase(SHOP, toldRefund(aRefund(1, 7)));
    expect(early).toEqual({ outcome: 'recorded', customerId: null });
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { amountMinor: 50_000 })));
    expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 0, purchases: 0 });
  });

  it('believes that an order was paid in the very second it was made', async () => {
    for (const turn of [['owed', 'paid'] as const, ['paid', 'owed'] as const]) {
      const world = await setUp();
      await aProgram(world);
      for (const state of turn) await world.useCases.recordPurchase(SHOP, told(anOrder(1, { state })));
      expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 10_000 });
    }
  });

  it('records nothing for a shop that is not known any more', async () => {
    const world = await setUp();
    const outcome = await world.useCases.recordPurchase('gone.myshopify.com' as ShopId, told(anOrder(1)));
    expect(outcome).toEqual({ outcome: 'skipped', why: 'unknown_shop' });
  });
});

describe('whose purchase it is', () => {
  it('counts for the card holder when another Shopify customer is named too, and is shown as contested', async () => {
    const world = await setUp();
    await aProgram(world);
    const holder = await world.useCases.recordPurchase(SHOP, told(anOrder(1, { shopifyCustomerId: shopper(9) })));
    await aCard(world, 1, { customerId: customer(1) });
    await world.useCases.recordPurchase(SHOP, told(anOrder(2, { cardNumber: cardNumber(1) })));
    expect(holder).toMatchObject({ customerId: customer(1) });
    expect(await purchaseOf(world, 2)).toMatchObject({ customerId: customer(1), contested: true });
  });

  it('reads the card from the statement that checkout believed, days later too', async () => {
    const world = await setUp();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    await aCard(world, 1, { customerId: customer(1) });
    world.clock.set(atDay(20));
    const byCard = told(anOrder(2, { shopifyCustomerId: null }), { cardStatement: statement(SHOP, 1) });
    expect(await world.useCases.recordPurchase(SHOP, byCard)).toMatchObject({ customerId: customer(1) });
  });

  it.each([
    ['signed with another key', statement(SHOP, 1, 'ffffffffffffffffffffffffffffffff')],
    ['for another shop', statement('other.myshopify.com' as ShopId, 1)],
    ['no statement at all', 'a card, honestly'],
  ])('takes a statement %s for none', async (_what, cardStatement) => {
    const world = await setUp();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    await aCard(world, 1, { customerId: customer(1) });
    const outcome = await world.useCases.recordPurchase(
      SHOP,
      told(anOrder(2, { shopifyCustomerId: shopper(2) }), { cardStatement }),
    );
    expect(outcome).toMatchObject({ customerId: customer(2) });
    expect(world.logged.map(({ event }) => event)).toContain('purchase.statement_refused');
  });

  it('keeps the card of an order that is updated after the signing key was changed', async () => {
    const world = await setUp();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    await aCard(world, 1, { customerId: customer(1) });
    const paid = anOrder(2, { shopifyCustomerId: null });
    await world.useCases.recordPurchase(SHOP, told(paid, { cardStatement: statement(SHOP, 1) }));
    await world.stores.shops.change(SHOP, { entitlementKeys: [{ id: 'b', hex: 'b'.repeat(32) }] });
    const updated = told({ ...paid, updatedAt: atDay(0) }, { cardStatement: statement(SHOP, 1) });
    expect(await world.useCases.recordPurchase(SHOP, updated)).toMatchObject({ customerId: customer(1) });
  });

  it('is the holder’s when the card is handed over while another process still thinks it blank', async () => {
    const world = await setUp();
    await aProgram(world);
    await world.useCases.recordPurchase(SHOP, told(anOrder(1, { shopifyCustomerId: shopper(9) })));
    await aCard(world, 1);
    const { purchases, cards } = world.stores;
    const byCard = told(anOrder(2, { amountMinor: 50_000, cardNumber: cardNumber(1) }));
    const attribute = purchases.attribute;
    Object.assign(purchases, {
      attribute: async (...args: Parameters<typeof attribute>) => {
        Object.assign(purchases, { attribute });
        const blank = await cards.find(SHOP, cardNumber(1));
        if (blank === null) throw new Error('no card');
        const issued = { at: NOW, by: null, kind: 'issued', customerId: customer(1), note: '' } as const;
        await cards.change(SHOP, blank, { state: 'issued', customerId: customer(1), issuedAt: NOW }, issued);
        await world.useCases.recordPurchase(SHOP, byCard);
        return attribute(...args);
      },
    });
    expect(await world.useCases.recordPurchase(SHOP, byCard)).toMatchObject({ customerId: customer(1) });
    expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 60_000 });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('follows a replaced card to the holder of the one that came for it', async () => {
    const world = await setUp();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    await aCard(world, 2, { customerId: customer(1) });
    await aCard(world, 1, { state: 'replaced', replacedBy: cardNumber(2) });
    const outcome = await world.useCases.recordPurchase(
      SHOP,
      told(anOrder(2, { shopifyCustomerId: null, cardNumber: cardNumber(1) })),
    );
    expect(outcome).toMatchObject({ customerId: customer(1) });
  });

  it('counts an order made with a card that was blocked afterwards for its holder', async () => {
    const world = await setUp();
    await world.useCases.recordPurchase(SHOP, told(anOrder(1)));
    await aCard(world, 1, { customerId: customer(1), state: 'blocked' });
    const outcome = await world.useCases.recordPurchase(
      SHOP,
      told(anOrder(2, { shopifyCustomerId: null, cardNumber: cardNumber(1) })),
    );
    expect(outcome).toMatchObject({ customerId: customer(1) });
  });

  it('moves with the order when the merchant gives it to another customer', async () => {
    const world = await setUp();
    await aProgram(world);
    const first = anOrder(1, { amountMinor: 50_000 });
    await world.useCases.recordPurchase(SHOP, told(first));
    await world.useCases.recordPurchase(SHOP, told({ ...first, shopifyCustomerId: shopper(2), updatedAt: atDay(0) }));
    expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 0, discountBp: 0 });
    expect(await standingOf(world, 2)).toMatchObject({ spentMinor: 50_000, discountBp: 100 });
  });
});

describe('recording purchases side by side and cut short', () => {
  it('gives the same standing when two processes record two orders of one customer at once', async () => {
    const world = await setUp();
    await aProgram(world);
    await Promise.all(
      [1, 2, 3].map((id) => world.useCases.recordPurchase(SHOP, told(anOrder(id, { amountMinor: 30_000 })))),
    );
    expect(await standingOf(world, 1)).toMatchObject({ spentMinor: 90_000, purchases: 3, discountBp: 200 });
    expect(await world.useCases.rebuildStandings(SHOP)).toMatchObject({ different: 0 });
  });

  it('ends the same wherever the process dies, for a first order and for one that changes hands', async () => {
    const first = anOrder(1, { amountMinor: 50_000 });
    const cuts = await cutShort({
      prepare: async () => {
        const world = await setUp();
        await aProgram(world);
        return world;
      },
      act: ({ useCases }) => useCases.recordPurchase(SHOP, told(first)),
    });
    expect(cuts).toBeGreaterThanOrEqual(7);
    const again = await cutShort({
      prepare: async () => {
        const world = await setUp();
        await aProgram(world);
        await world.useCases.recordPurchase(SHOP, told(first));
        return world;
      },
      act: ({ useCases }) =>
        useCases.recordPurchase(SHOP, told({ ...first, shopifyCustomerId: shopper(2), updatedAt: atDay(0) })),
    });
    expect(again).toBeGreaterThanOrEqual(10);
  });
});
