import { expect, it } from '@jest/globals';
import type { CustomerQuery } from '../../server/app/ports/read-models.ts';
import type { Customer } from '../../shared/domain/customer/customer.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { OrderSnapshot, Refund } from '../../shared/domain/purchase/purchase.ts';
import { aLine, anOrder, aRefund, cardNumber, customer, order, program } from '../app/builders.ts';
import { aShop } from '../app/set-up.ts';
import { neighbour, type Place } from './place.ts';
import { aBlank, aCustomer, everybody, NOW, someFigures } from './samples.ts';

const DAY = 86_400_000;

export function directoryBattery({ stores, shop }: Place): void {
  const models = () => stores().readModels;
  const enter = async (id: number, change: Partial<Customer> = {}, figures: Parameters<typeof someFigures>[0] = {}) => {
    await stores().customers.create(shop(), aCustomer(id, change));
    await models().putFigures(shop(), customer(id), someFigures(figures));
  };
  const ids = async (change: Partial<CustomerQuery> = {}) =>
    (await models().customers(shop(), everybody(change))).rows.map((row) => Number(row.customer.id.slice(4)));
  const leaf = async (change: Partial<CustomerQuery>) => {
    const found: number[] = [];
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<ReturnType<typeof models>['customers']>> = await models().customers(
        shop(),
        everybody({ ...change, after, max: 2 }),
      );
      found.push(...page.rows.map((row) => Number(row.customer.id.slice(4))));
      expect(page.rows.length).toBeLessThanOrEqual(2);
      after = page.nextAfter;
      if (after === null) return found;
    }
  };

  it('shows a customer with what they have bought and hold', async () => {
    await enter(1, {}, { cards: [cardNumber(1)], spentMinor: 900, purchases: 2, discountBp: 300, lastPurchaseAt: NOW });
    const row = {
      customer: aCustomer(1),
      cards: [cardNumber(1)],
      spentMinor: 900,
      purchases: 2,
      discountBp: 300,
      lastPurchaseAt: NOW,
      dueCard: false,
    };
    expect(await models().row(shop(), customer(1))).toEqual(row);
    expect((await models().customers(shop(), everybody())).rows).toEqual([row]);
    expect(await models().row(neighbour, customer(1))).toBeNull();
    expect((await models().customers(neighbour, everybody())).rows).toEqual([]);
  });

  it('never lets older figures cover newer ones, and makes nobody up', async () => {
    await enter(1, {}, { spentMinor: 5, sequence: 3 });
    const put = (change: object) => models().putFigures(shop(), customer(1), someFigures(change));
    await put({ spentMinor: 4, sequence: 2, asOf: NOW + 9 });
    await put({ spentMinor: 3, sequence: 3, asOf: NOW - 1 });
    expect((await models().row(shop(), customer(1)))?.spentMinor).toBe(5);
    await put({ spentMinor: 6, sequence: 3, asOf: NOW + 1 });
    expect((await models().row(shop(), customer(1)))?.spentMinor).toBe(6);
    await models().putFigures(shop(), customer(2), someFigures());
    expect(await models().row(shop(), customer(2))).toBeNull();
  });

  it('puts figures of many at once by the same rule', async () => {
    await enter(1, {}, { spentMinor: 5, sequence: 3 });
    await enter(2, {}, { spentMinor: 5, sequence: 1 });
    const figures = someFigures({ spentMinor: 9, sequence: 2, cards: [cardNumber(1)] });
    await models().putFiguresMany(
      shop(),
      [1, 2, 3].map((id) => ({ customerId: customer(id), figures })),
    );
    await models().putFiguresMany(shop(), []);
    const spent = async (id: number) => (await models().row(shop(), customer(id)))?.spentMinor;
    expect([await spent(1), await spent(2), await spent(3)]).toEqual([5, 9, undefined]);
    const found = await models().customers(shop(), everybody({ search: cardNumber(1) }));
    expect(found.rows.map(({ customer: { id } }) => id)).toEqual([customer(2)]);
  });

  it('leafs through four orders without leaving anybody out or showing anybody twice', async () => {
    await enter(1, { surname: 'Öhler', createdAt: NOW }, { spentMinor: 10, lastPurchaseAt: NOW });
    await enter(2, { surname: 'Berg', createdAt: NOW + 2 }, { spentMinor: 10 });
    await enter(3, { surname: null, firstName: null, createdAt: NOW }, { spentMinor: 10, lastPurchaseAt: NOW + 1 });
    await enter(4, { surname: 'berg', createdAt: NOW + 1 }, { spentMinor: 20 });
    await enter(5, { surname: 'Zapf', createdAt: NOW, state: 'check' }, { spentMinor: 10, lastPurchaseAt: NOW });
    expect(await leaf({ order: 'newest' })).toEqual([2, 4, 5, 3, 1]);
    expect(await leaf({ order: 'surname' })).toEqual([2, 4, 1, 5, 3]);
    expect(await leaf({ order: 'spent' })).toEqual([4, 5, 3, 2, 1]);
    expect(await leaf({ order: 'last_purchase' })).toEqual([3, 5, 1, 4, 2]);
    expect(await leaf({ order: 'spent', search: 'anna' })).toEqual([4, 5, 3, 2, 1]);
    expect(await ids({ after: 'no such place' })).toHaveLength(5);
  });

  it('filters by state and by what they have', async () => {
    await enter(1, {}, { cards: [cardNumber(1)] });
    await enter(2, { state: 'check' }, { dueCard: [program(1)] });
    await enter(3, { state: 'archived' }, { discountBp: 100, conflicts: [order(7)] });
    await enter(4, { state: 'merged' });
    await enter(5, { state: 'erased' });
    expect(await ids()).toEqual([3, 2, 1]);
    expect(await ids({ states: ['merged', 'erased'] })).toEqual([5, 4]);
    expect(await ids({ has: 'card' })).toEqual([1]);
    expect(await ids({ has: 'no_card' })).toEqual([3, 2]);
    expect(await ids({ has: 'due_card' })).toEqual([2]);
    expect(await ids({ has: 'conflict' })).toEqual([3]);
    expect((await models().row(shop(), customer(3)))?.conflicts).toEqual([order(7)]);
    expect(await ids({ has: 'discount' })).toEqual([3]);
    expect(await ids({ has: 'no_card', states: ['archived'] })).toEqual([3]);
    const third = await stores().customers.find(shop(), customer(3));
    await stores().customers.change(shop(), third!, { state: 'entered' });
    expect(await ids({ has: 'discount', states: ['entered'] })).toEqual([3]);
  });

  it('finds by the beginning of any word: name, e-mail, phone, card, in any writing', async () => {
    const names = { firstName: 'Zoë', patronymic: 'Ivanovna', surname: 'Müller-Thal' };
    await enter(
      1,
      { ...names, email: 'Zoe.M@shop.example.test', phone: '+49 (151) 234-56' },
      { cards: [cardNumber(77)] },
    );
    await enter(2, { firstName: 'Жанна', surname: 'Мороз', email: null });
    for (const search of [
      'zoe',
      'ZOË',
      'thal',
      'müll',
      'ivan',
      'zoe.m@sh',
      'shop.ex',
      '+49 151',
      '4915',
      'zoe mull',
      'mül-th',
    ]) {
      expect([search, await ids({ search })]).toEqual([search, [1]]);
    }
    const spaced = `${cardNumber(77).slice(0, 1)} ${cardNumber(77).slice(1, 7)}`;
    expect(await ids({ search: spaced })).toEqual([1]);
    expect(await ids({ search: 'морО жан' })).toEqual([2]);
    expect(await ids({ search: 'ller' })).toEqual([]);
    expect(await ids({ search: 'zoe berg' })).toEqual([]);
    expect(await ids({ search: ' .$ ' })).toEqual([2, 1]);
    expect(await ids({ search: 'zoe', has: 'no_card' })).toEqual([]);
  });

  it('finds a customer by a corrected name, and by the old one no more', async () => {
    await enter(1, {}, { cards: [cardNumber(5)] });
    await stores().customers.change(shop(), aCustomer(1), { surname: 'Thal', email: null });
    expect(await ids({ search: 'koch' })).toEqual([]);
    expect(await ids({ search: 'thal' })).toEqual([1]);
    expect(await ids({ search: cardNumber(5) })).toEqual([1]);
    await models().putFigures(shop(), customer(1), someFigures({ sequence: 2 }));
    expect(await ids({ search: cardNumber(5) })).toEqual([]);
    expect(await ids({ search: 'thal' })).toEqual([1]);
  });
}

export function homeBattery({ stores, shop }: Place): void {
  const models = () => stores().readModels;
  const record = (snapshot: OrderSnapshot, refunds: readonly Refund[] = []) =>
    stores().purchases.record(shop(), snapshot.orderId, snapshot, refunds);

  it('lists a customer’s purchases from the newest down', async () => {
    for (const [id, at] of [
      [9, 1],
      [10, 1],
      [8, 2],
      [11, 0],
    ] as const) {
      await record(anOrder(id, { processedAt: NOW + at }));
      await stores().purchases.attribute(shop(), order(id), customer(1), false);
    }
    await stores().purchases.record(shop(), order(12), null, [aRefund(12, 1)]);
    await stores().purchases.attribute(shop(), order(12), customer(1), false);
    const found: OrderId[] = [];
    for (let before: { processedAt: number; orderId: OrderId } | null = null; ; ) {
      const page: Awaited<ReturnType<ReturnType<typeof models>['purchasesOf']>> = await models().purchasesOf(
        shop(),
        customer(1),
        before,
        2,
      );
      found.push(...page.map(({ orderId }) => orderId));
      const last = page.at(-1);
      if (last?.snapshot == null) break;
      before = { processedAt: last.snapshot.processedAt, orderId: last.orderId };
    }
    expect(found).toEqual([order(8), order(9), order(10), order(11)]);
    expect(await models().purchasesOf(neighbour, customer(1), null, 9)).toEqual([]);
  });

  it('adds up thirty days: net revenue, purchases, and what we gave', async () => {
    await stores().shops.save(aShop({ id: shop() }));
    const given = aLine({ quantity: 2, amountMinor: 1801, ourDiscountMinor: 199 });
    await record(anOrder(1, { processedAt: NOW, lines: [given] }));
    await record(anOrder(2, { processedAt: NOW - DAY, lines: [given] }), [aRefund(2, 1, { goodwillMinor: 100 })]);
    await record(anOrder(3, { processedAt: NOW - DAY, cancelledAt: NOW }));
    await record(anOrder(4, { processedAt: NOW - DAY, state: 'owed' }));
    await record(anOrder(5, { processedAt: NOW - DAY, isTest: true }));
    await record(anOrder(6, { processedAt: NOW - 31 * DAY }));
    await record(anOrder(7, { processedAt: NOW + DAY }));
    await record(anOrder(8, { processedAt: NOW - 29 * DAY, channel: 'till', amountMinor: 500 }));
    await record(anOrder(9, { processedAt: NOW, amountMinor: 0 }));
    await stores().customers.create(shop(), aCustomer(1));
    await stores().customers.create(shop(), aCustomer(2, { state: 'merged' }));
    await models().putFigures(shop(), customer(1), someFigures({ cards: [cardNumber(1)] }));
    await stores().cards.emit(shop(), [aBlank(1, { state: 'issued' }), aBlank(2)]);

    const home = await models().home(shop(), 'Europe/Prague', NOW);
    expect(home).toMatchObject({
      customers: 1,
      holders: 1,
      cardsIssued: 1,
      purchases30: 3,
      revenue30Minor: 1801 + 801 + 500,
      discount30Minor: 199 + 100,
    });
    expect(home.byDay).toHaveLength(30);
    expect(home.byDay.at(-1)).toEqual({ day: '2026-06-15', purchases: 1, revenueMinor: 1801, discountMinor: 199 });
    expect(home.byDay.at(-2)).toEqual({ day: '2026-06-14', purchases: 1, revenueMinor: 801, discountMinor: 100 });
    expect(home.byDay[0]).toEqual({ day: '2026-05-17', purchases: 1, revenueMinor: 500, discountMinor: 0 });
    expect((await models().home(neighbour, 'Europe/Prague', NOW)).revenue30Minor).toBe(0);
  });

  it('counts a day by the shop’s clock', async () => {
    const midnight = Date.UTC(2026, 5, 13, 22);
    await record(anOrder(1, { processedAt: midnight, amountMinor: 7 }));
    await record(anOrder(2, { processedAt: midnight - 1, amountMinor: 5 }));
    const { byDay } = await models().home(shop(), 'Europe/Prague', NOW);
    const revenue = new Map(byDay.map(({ day, revenueMinor }) => [day, revenueMinor]));
    expect([revenue.get('2026-06-13'), revenue.get('2026-06-14')]).toEqual([5, 7]);
  });

  it('counts owed orders where the merchant’s terms say so, and each channel apart', async () => {
    await stores().shops.save(aShop({ id: shop() }));
    await record(anOrder(1, { channel: 'till' }));
    await record(anOrder(2, { state: 'owed' }));
    await record(anOrder(3, { isTest: true }));
    await record(anOrder(4, { processedAt: NOW - 9 * DAY }), [aRefund(4, 1)]);
    const channels = (since: number) => models().purchasesByChannel(shop(), since);
    expect(await channels(NOW - 5 * DAY)).toEqual({ web: 0, till: 1, other: 0 });
    expect(await channels(0)).toEqual({ web: 1, till: 1, other: 0 });
    const { settings } = aShop();
    await stores().shops.change(shop(), { settings: { ...settings, owedCounts: true } });
    expect(await channels(0)).toEqual({ web: 2, till: 1, other: 0 });
    expect((await models().home(shop(), 'Europe/Prague', NOW)).purchases30).toBe(2);
  });
}
