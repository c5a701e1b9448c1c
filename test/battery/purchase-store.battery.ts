import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CustomerId, LineId } from '../../shared/domain/ids.ts';
import { mergePurchase, refundOfFile } from '../../shared/domain/purchase/merge-purchase.ts';
import type { OrderSnapshot, Purchase, Refund } from '../../shared/domain/purchase/purchase.ts';
import { aLine, anOrder, aRefund, cardNumber, customer, order, shopper } from '../app/builders.ts';
import { collect, neighbour, type Place, sorted } from './place.ts';
import { NOW } from './samples.ts';

const SEED = 20_261_125;
const plain = ({ orderId, snapshot, refunds }: Purchase): Purchase => ({ orderId, snapshot, refunds });

type Told = { readonly snapshot: OrderSnapshot | null; readonly refunds: readonly Refund[] };

/** A file tells an order whole, with its returns. */
const toldByFile = (at: number): Told => ({
  snapshot: anOrder(1, { updatedAt: at, fileToldAt: at, amountMinor: at - NOW }),
  refunds: [{ ...aRefund(1, 1), refundId: refundOfFile(at, '1') }],
});

/** What may be told of one order: snapshots of a few instants, refunds in a few tellings, contradictions included. */
const tellings: fc.Arbitrary<readonly Told[]> = fc.array(
  fc
    .record({
      snapshot: fc.option(
        fc
          .record({
            updatedAt: fc.integer({ min: NOW, max: NOW + 3 }),
            state: fc.constantFrom('paid', 'owed', 'cancelled', 'deleted'),
            cancelledAt: fc.option(fc.constant(NOW)),
            cardNumber: fc.option(fc.constant(cardNumber(1))),
            amountMinor: fc.integer({ min: 0, max: 3 }),
          } as const)
          .map((change) => anOrder(1, change)),
      ),
      refunds: fc.array(
        fc
          .record({ id: fc.integer({ min: 8, max: 12 }), goodwillMinor: fc.integer({ min: 0, max: 2 }) })
          .map(({ id, goodwillMinor }) => aRefund(1, id, { goodwillMinor })),
        { maxLength: 3 },
      ),
      ofFile: fc.option(fc.integer({ min: NOW, max: NOW + 3 })),
    })
    .map(({ ofFile, snapshot, refunds }) => (ofFile === null ? { snapshot, refunds } : toldByFile(ofFile))),
  { minLength: 1, maxLength: 6 },
);

export function purchaseStoreBattery({ stores, shop }: Place): void {
  const purchases = () => stores().purchases;
  const record = (snapshot: OrderSnapshot | null, refunds: readonly Refund[] = [], id = 1) =>
    purchases().record(shop(), snapshot?.orderId ?? order(id), snapshot, refunds);

  it('keeps an order as it was told, to the last field', async () => {
    const line = aLine({ title: '$tea', removedQuantity: 1, quantity: 2, ourDiscountMinor: 5, isSalePriced: true });
    const told = anOrder(1, {
      cardNumber: cardNumber(7),
      lines: [line, aLine({ lineId: '2' as LineId, isGiftCard: true })],
    });
    expect(await record(told, [aRefund(1, 9)])).toEqual({
      outcome: 'recorded',
      purchase: {
        orderId: told.orderId,
        snapshot: told,
        refunds: [aRefund(1, 9)],
        customerId: null,
        contested: false,
        giverId: null,
        formerCustomerIds: [],
      },
    });
    expect(plain((await purchases().find(shop(), told.orderId))!)).toEqual({
      orderId: told.orderId,
      snapshot: told,
      refunds: [aRefund(1, 9)],
    });
    expect(await purchases().find(neighbour, told.orderId)).toBeNull();
  });

  it('says unchanged when it knew all that already', async () => {
    const told = anOrder(1);
    await record(told, [aRefund(1, 9)]);
    expect((await record(told, [aRefund(1, 9)])).outcome).toBe('unchanged');
    expect((await record({ ...told, updatedAt: told.updatedAt - 1, name: 'older' })).outcome).toBe('unchanged');
    expect((await record({ ...told, updatedAt: told.updatedAt + 1, name: 'newer' })).outcome).toBe('recorded');
    expect((await purchases().find(shop(), told.orderId))?.snapshot?.name).toBe('newer');
  });

  it('takes a refund that comes before its order', async () => {
    await record(null, [aRefund(1, 9)]);
    expect(await purchases().find(shop(), order(1))).toMatchObject({ snapshot: null, refunds: [{ refundId: '9' }] });
    await record(anOrder(1));
    expect(plain((await purchases().find(shop(), order(1)))!)).toEqual({
      orderId: order(1),
      snapshot: anOrder(1),
      refunds: [aRefund(1, 9)],
    });
  });

  it('ends in the same purchase, whatever order the deliveries come in and however often', async () => {
    let run = 0;
    const check = async (told: readonly Told[]) => {
      run += 1;
      const id = order(1000 + run);
      const here = told.map(({ snapshot, refunds }) => ({
        snapshot: snapshot && { ...snapshot, orderId: id },
        refunds: refunds.map((refund) => ({ ...refund, orderId: id })),
      }));
      let pure: Purchase | null = null;
      for (const one of [...here, ...here]) {
        const before: Purchase | null = pure;
        const { purchase, changed } = mergePurchase(before, id, one.snapshot, one.refunds);
        pure = purchase;
        const stored = await purchases().record(shop(), id, one.snapshot, one.refunds);
        expect(plain(stored.purchase)).toEqual(pure);
        expect(stored.outcome).toBe(changed ? 'recorded' : 'unchanged');
      }
      expect(plain((await purchases().find(shop(), id))!)).toEqual(pure);
      const atOnce = order(500_000 + run);
      const moved = here.map(({ snapshot, refunds }) => ({
        snapshot: snapshot && { ...snapshot, orderId: atOnce },
        refunds: refunds.map((refund) => ({ ...refund, orderId: atOnce })),
      }));
      await Promise.all(
        [...moved.toReversed(), ...moved].map((one) => purchases().record(shop(), atOnce, one.snapshot, one.refunds)),
      );
      const merged = moved.reduce<Purchase | null>(
        (known, one) => mergePurchase(known, atOnce, one.snapshot, one.refunds).purchase,
        null,
      );
      expect(plain((await purchases().find(shop(), atOnce))!)).toEqual(merged);
    };
    await fc.assert(fc.asyncProperty(tellings, check), { seed: SEED, numRuns: 40 });
  });

  it('says whose a purchase is, and remembers whose it was', async () => {
    await record(anOrder(1));
    const attribute = (id: CustomerId | null, contested = false) =>
      purchases().attribute(shop(), order(1), id, contested);
    const first = { customerId: customer(1), contested: false, formerCustomerIds: [] };
    expect(await attribute(customer(1))).toMatchObject(first);
    expect(await attribute(customer(1))).toMatchObject(first);
    const second = { customerId: customer(2), contested: true, formerCustomerIds: [customer(1)] };
    expect(await attribute(customer(2), true)).toMatchObject(second);
    expect(await purchases().find(shop(), order(1))).toMatchObject(second);
    await attribute(customer(1));
    await attribute(null);
    const left = await purchases().find(shop(), order(1));
    expect([left?.customerId, [...(left?.formerCustomerIds ?? [])].sort()]).toEqual([null, [customer(1), customer(2)]]);
    expect(await purchases().attribute(shop(), order(99), customer(1), false)).toBeNull();
    expect((await record({ ...anOrder(1), updatedAt: NOW })).purchase.formerCustomerIds).toHaveLength(2);
  });

  it('finds orders by whoever they name', async () => {
    await record(anOrder(1, { cardNumber: cardNumber(7), shopifyCustomerId: null }));
    await record(anOrder(2, { shopifyCustomerId: shopper(5) }));
    await record(anOrder(3, { cardNumber: cardNumber(7), shopifyCustomerId: shopper(5) }));
    await record(anOrder(4, { shopifyCustomerId: shopper(6) }));
    const naming = async (cards: number[], shoppers: number[]) => {
      const who = { cards: cards.map(cardNumber), shopifyCustomerIds: shoppers.map(shopper) };
      return sorted((await purchases().naming(shop(), who)).map(({ orderId }) => orderId));
    };
    expect(await naming([7], [])).toEqual([order(1), order(3)]);
    expect(await naming([7], [5])).toEqual([order(1), order(2), order(3)]);
    expect(await naming([], [])).toEqual([]);
  });

  it('gives everything customer by customer, and moves it when two become one', async () => {
    const of: readonly (readonly [number, number | null])[] = [
      [1, 2],
      [2, 1],
      [3, 2],
      [4, null],
      [5, 3],
    ];
    for (const [id, who] of of) {
      await record(anOrder(id, { processedAt: NOW - id }));
      if (who !== null) await purchases().attribute(shop(), order(id), customer(who), false);
    }
    const groups = async (range?: { from: CustomerId; to: CustomerId }) =>
      (await collect(purchases().byCustomer(shop(), range))).map(
        (group) => [group.customerId, sorted(group.purchases.map(({ orderId }) => orderId))] as const,
      );
    expect(await groups()).toEqual([
      [customer(1), [order(2)]],
      [customer(2), [order(1), order(3)]],
      [customer(3), [order(5)]],
    ]);
    expect(await groups({ from: customer(2), to: customer(2) })).toEqual([[customer(2), [order(1), order(3)]]]);
    expect(await purchases().move(shop(), customer(2), customer(3))).toBe(2);
    expect(await purchases().move(shop(), customer(2), customer(3))).toBe(0);
    const theirs = await purchases().ofCustomer(shop(), customer(3));
    expect(sorted(theirs.map(({ orderId }) => orderId))).toEqual([order(1), order(3), order(5)]);
    expect(await collect(purchases().byCustomer(neighbour))).toEqual([]);
  });

  it('streams everything of a span for simulations, nobody’s too, each order once', async () => {
    for (const [i, processedAt] of [100, 200, 300].entries()) await record(anOrder(i + 1, { processedAt }));
    await purchases().attribute(shop(), order(1), customer(2), false);
    await purchases().attribute(shop(), order(2), customer(1), false);
    await purchases().record(shop(), order(4), null, [aRefund(4, 9)]);
    const past = async (from: number | null, before: number | null) => {
      const rows = (await collect(purchases().past(shop(), { from, before }))).flat();
      expect(await purchases().countPast(shop(), { from, before }, 9)).toBe(rows.length);
      return sorted(rows.map(({ customerId, purchase }) => [purchase.orderId, customerId]));
    };
    const [first, second, third] = [
      [order(1), customer(2)],
      [order(2), customer(1)],
      [order(3), null],
    ] as const;
    expect(await past(null, null)).toEqual([first, second, third]);
    expect(await past(200, 300)).toEqual([second]);
    expect(await past(201, null)).toEqual([third]);
    expect(await past(null, 200)).toEqual([first]);
    expect(await purchases().countPast(shop(), { from: null, before: null }, 2)).toBe(2);
    expect(await purchases().countPast(neighbour, { from: null, before: null }, 2)).toBe(0);
    expect(await collect(purchases().past(neighbour, { from: null, before: null }))).toEqual([]);
  });

  it('forgets a buyer: figures stay, names go', async () => {
    await record(anOrder(1, { shopifyCustomerId: shopper(5), cardNumber: cardNumber(7) }), [aRefund(1, 9)]);
    await record(anOrder(2, { shopifyCustomerId: shopper(5), cardNumber: cardNumber(8) }));
    await record(anOrder(3, { shopifyCustomerId: shopper(6) }));
    await purchases().attribute(shop(), order(1), customer(1), true);
    await purchases().attribute(shop(), order(2), customer(2), true);
    const who = { customerIds: [customer(1)], shopifyCustomerIds: [shopper(5)], orderIds: [order(1)] };
    expect(await purchases().forgetBuyer(shop(), who)).toBe(2);
    const first = await purchases().find(shop(), order(1));
    expect(first).toMatchObject({ customerId: null, contested: false, formerCustomerIds: [] });
    expect(first?.snapshot).toMatchObject({ shopifyCustomerId: null, cardNumber: null });
    expect(first?.refunds).toEqual([aRefund(1, 9)]);
    const second = await purchases().find(shop(), order(2));
    expect(second).toMatchObject({ customerId: customer(2), contested: false });
    expect(second?.snapshot).toMatchObject({ shopifyCustomerId: null, cardNumber: cardNumber(8) });
    expect(await purchases().forgetBuyer(shop(), who)).toBe(0);
    expect((await purchases().naming(shop(), { cards: [], shopifyCustomerIds: [shopper(5)] })).length).toBe(0);
  });

  it('does not learn a forgotten name again from a late repeat of the order', async () => {
    const told = anOrder(1, { shopifyCustomerId: shopper(5), cardNumber: cardNumber(7) });
    await record(told);
    await purchases().forgetBuyer(shop(), { customerIds: [], shopifyCustomerIds: [shopper(5)], orderIds: [order(1)] });
    await record(told);
    expect((await purchases().find(shop(), order(1)))?.snapshot).toMatchObject({
      shopifyCustomerId: null,
      cardNumber: null,
    });
  });

  it('deletes orders', async () => {
    await record(anOrder(1));
    await record(anOrder(2));
    expect(await purchases().deleteOrders(shop(), [order(1), order(9)])).toBe(1);
    expect(await purchases().find(shop(), order(1))).toBeNull();
    expect(await purchases().find(shop(), order(2))).not.toBeNull();
  });
}
