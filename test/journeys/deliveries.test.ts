import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxListView } from '../../shared/contract/inbox.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { wrongAtCheckout } from '../support/journey/checkout.ts';
import { aLivelyShop, customerOf, type LivelyShop } from '../support/journey/lively-shop.ts';
import { letJobRun, untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, unbalanced, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { openUseCases } from '../support/journey/use-cases.ts';
import { writeHistory } from '../support/journey/write-history.ts';

const SEED = 20_261_125;
const DAY_MS = 86_400_000;
const ORDERS = 150;

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney({ seed: SEED });
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

/**
 * Most of a year up to an instant: orders, refunds, edits, cancellations, and in the end two couples that become one
 * customer each.
 */
function aYearOf({ shop, people, cards }: LivelyShop, until: number): void {
  const merges = [
    [people[0] ?? 0, people[7] ?? 0],
    [people[8] ?? 0, people[9] ?? 0],
  ] as const;
  writeHistory(shop, { people, cards, merges, orders: ORDERS, from: until - 300 * DAY_MS, until }, seededDice(SEED));
}

const stored = (shop: ShopWorld) => storedStandings(journey.storage.stores, shop.domain);
const booked = (shop: ShopWorld) => standingsByTheBooks(journey.storage.stores, shop);
const rebuilt = (shop: ShopWorld) => openUseCases(journey.storage).rebuildStandings(shop.domain as ShopId);

/** How many orders were first heard of by something that was given back. */
function returnsBeforeOrders(shop: ShopWorld): number {
  const first = new Map<string, string>();
  for (const { shop: domain, topic, body } of journey.sandbox.sent) {
    if (domain !== shop.domain || !/^(orders|refunds)\//.test(topic) || topic === 'orders/edited') continue;
    const { id, order_id: orderId = id } = JSON.parse(body) as { id: number; order_id?: number };
    if (!first.has(String(orderId))) first.set(String(orderId), topic);
  }
  return [...first.values()].filter((topic) => topic === 'refunds/create').length;
}

describe('A history that Shopify tells', () => {
  it('ends in the same standings and the same journal, told calmly or twice, late and in any order', async () => {
    const calm = await aLivelyShop(journey, 'calm.myshopify.com');
    const wild = await aLivelyShop(journey, 'wild.myshopify.com');
    const { delivery } = journey.sandbox;
    const until = Date.now() - DAY_MS;
    aYearOf(calm, until);
    await untilQuiet(journey, calm.shop.domain, 60_000);
    delivery.mode({ twice: 0.6, lateMs: 3000, shuffle: true });
    aYearOf(wild, until);
    await untilQuiet(journey, wild.shop.domain, 60_000);
    delivery.calm();
    const [told, toldBadly] = [await stored(calm.shop), await stored(wild.shop)];
    expect(toldBadly).toEqual(told);
    expect(unbalanced(told)).toEqual([]);
    expect(withoutJournal(told)).toEqual(await booked(calm.shop));
    expect(told.filter(({ standings }) => JSON.stringify(standings).includes('"discountBp":7')).length).toBeGreaterThan(
      0,
    );
    // It did come badly: more deliveries than there were webhooks, and returns before their orders.
    const arrived = journey.sandbox.sent.filter(({ shop }) => shop === wild.shop.domain);
    expect(arrived.length).toBeGreaterThan(1.4 * new Set(arrived.map(({ webhookId }) => webhookId)).size);
    expect(returnsBeforeOrders(wild.shop)).toBeGreaterThan(0);
    for (const { shop } of [calm, wild]) {
      expect(await rebuilt(shop)).toMatchObject({ different: 0, customers: calm.people.length });
      expect(await wrongAtCheckout(journey.storage.stores, shop)).toEqual([]);
      expect((await journey.storage.stores.inbox.counts(shop.domain as ShopId)).failed).toBe(0);
    }
  }, 150_000);

  it('heals within the next look when half of it got lost', async () => {
    const { shop, people, merchant } = await aLivelyShop(journey, 'lossy.myshopify.com');
    const { delivery } = journey.sandbox;
    delivery.mode({ lose: 0.5 });
    const until = Date.now();
    writeHistory(shop, { people, orders: ORDERS / 3, from: until - 10 * 60_000, until }, seededDice(SEED + 1));
    await untilQuiet(journey, shop.domain);
    delivery.calm();
    expect(withoutJournal(await stored(shop))).not.toEqual(await booked(shop));
    await letJobRun(journey, 'reconcile-orders');
    await untilQuiet(journey, shop.domain);
    expect(withoutJournal(await stored(shop))).toEqual(await booked(shop));
    expect(await wrongAtCheckout(journey.storage.stores, shop)).toEqual([]);
    // A second look finds nothing that is not known.
    const inbox = () => merchant.get<InboxListView>('/api/inbox');
    const before = (await inbox()).counts;
    await letJobRun(journey, 'reconcile-orders');
    expect((await inbox()).counts).toEqual(before);
  }, 90_000);

  it('counts a return that is told before its order as soon as the order is there', async () => {
    const { shop, people, merchant } = await aLivelyShop(journey, 'hasty.myshopify.com');
    const { delivery } = journey.sandbox;
    const [buyer = 0] = people;
    delivery.mode({ hold: true });
    const { id, lines } = shop.placeOrder({
      customerId: buyer,
      lines: [
        { variantId: null, title: 'Kept', quantity: 1, unitMinor: 20_000 },
        { variantId: null, title: 'Returned', quantity: 2, unitMinor: 10_000 },
      ],
    });
    shop.refund(id, { lines: [{ lineId: lines[1]?.id ?? 0, quantity: 1 }] });
    const [refunds, orders] = [delivery.held(), delivery.held()].map((held, i) =>
      held.filter(({ topic }) => (topic === 'refunds/create') === (i === 0)),
    );
    for (const one of refunds ?? []) delivery.again(one);
    await untilQuiet(journey, shop.domain);
    const spent = async () => (await customerOf(merchant, 'person-0@example.test')).figures.spentMinor;
    expect(await spent()).toBe(0);
    for (const one of orders ?? []) if (one.topic === 'orders/create') delivery.again(one);
    await untilQuiet(journey, shop.domain);
    expect(await spent()).toBe(30_000);
    delivery.release();
    await untilQuiet(journey, shop.domain);
    expect(await spent()).toBe(30_000);
    expect(withoutJournal(await stored(shop))).toEqual(await booked(shop));
  }, 60_000);

  it('agrees with itself when two tellings of one order contradict each other in the same second', async () => {
    const { shop, people, merchant } = await aLivelyShop(journey, 'contradictory.myshopify.com');
    const { delivery } = journey.sandbox;
    delivery.mode({ hold: true });
    const told = people.slice(0, 2).map((customerId) => {
      shop.placeOrder({ customerId, lines: [{ variantId: null, title: 'Goods', quantity: 2, unitMinor: 9000 }] });
      const held = delivery.held().findLast(({ topic }) => topic === 'orders/updated');
      return { body: held?.body ?? '', other: otherwise(held?.body ?? '') };
    });
    delivery.mode({ hold: false });
    for (const [i, { body, other }] of told.entries()) {
      for (const text of i === 0 ? [body, other] : [other, body]) {
        delivery.send(shop.domain, 'orders/updated', text);
        await untilQuiet(journey, shop.domain);
      }
    }
    const figures = await Promise.all(
      [0, 1].map(async (i) => (await customerOf(merchant, `person-${i}@example.test`)).figures.spentMinor),
    );
    // The one that is further on counts: what was paid is not owed again.
    expect(figures).toEqual([18_000, 18_000]);
    delivery.release();
  }, 60_000);
});

/** The same order in the same second, dearer and not paid yet. */
function otherwise(body: string): string {
  const order = JSON.parse(body) as { line_items: { price_set: { shop_money: { amount: string } } }[] };
  const [line] = order.line_items;
  if (line !== undefined) line.price_set.shop_money.amount = '95.00';
  return JSON.stringify({ ...order, financial_status: 'pending' });
}
