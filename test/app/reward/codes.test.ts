import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../server/app/ports/app-error.ts';
import { readFacts } from '../../../server/app/standing/read-facts.ts';
import type { OfferId, OrderId, ProductId } from '../../../shared/domain/ids.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import { aCustomer, aStandingOf } from '../../battery/samples.ts';
import { anOrder, aRefund, customer, order, program, shopper, told, toldRefund } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { NOW, SHOP, setUp, type World } from '../set-up.ts';

const percent: Offer = {
  programId: program(1),
  id: 'cycle 1 at 5' as OfferId,
  marks: 5,
  gives: { kind: 'percent', discountBp: 300 },
};
const gift: Offer = {
  ...percent,
  id: 'cycle 1 at 7' as OfferId,
  marks: 7,
  gives: { kind: 'gift', productId: '8001' as ProductId },
};

async function withPeople(): Promise<World> {
  const world = await setUp();
  for (const id of [1, 2]) {
    await world.stores.customers.create(SHOP, aCustomer(id, { shopifyCustomerIds: [shopper(id)] }));
  }
  return world;
}

let sequence = 0;
/** What a customer is owed from now on, as if their standing had come to that. */
async function owe({ stores, useCases }: World, offers: readonly Offer[], id = 1): Promise<void> {
  sequence += 1;
  const standing = { asOf: NOW, standings: [aStandingOf(program(1), { offers })] };
  await stores.standings.put(SHOP, { customerId: customer(id), sequence, standing });
  await stores.outbox.put(SHOP, customer(id), sequence, NOW);
  await useCases.publishEntitlements();
}

/** Everything that waits is done, Shopify being as quick as it can. */
async function work({ useCases, admin, clock }: World): Promise<void> {
  for (let idle = 0; idle < 3; ) {
    idle = (await useCases.publishCodes()) === 0 ? idle + 1 : 0;
    admin.finishCodes(SHOP);
    clock.set(clock.now() + 2_500);
  }
}

const codesOf = async ({ stores }: World, id = 1) =>
  [...(await stores.codes.ofCustomers(SHOP, [customer(id)]))].sort((a, b) => a.generation - b.generation);
const onlyCode = async (world: World): Promise<RewardCode> => {
  const [code] = await codesOf(world);
  if (code === undefined) throw new Error('there is no code');
  return code.code;
};
const atShopify = ({ admin }: World) =>
  [...admin.at(SHOP).codeDiscounts.values()].map(({ rules, codes }) => [rules.gives, [...codes.keys()]] as const);
const redeemed = async ({ stores }: World, id = 1) => (await readFacts(stores, SHOP, customer(id)))?.facts.redeemed;
const buy = (world: World, id: number, change: Partial<OrderSnapshot>) =>
  world.useCases.recordPurchase(SHOP, told(anOrder(id, change)));
const use = (orderId: OrderId) => ({
  programId: program(1),
  offerId: percent.id,
  marks: 5,
  gives: percent.gives,
  orderId,
});

describe('a reward that exists before the basket', () => {
  it('gets a code of its own, once, and Shopify makes it for a single use', async () => {
    const world = await withPeople();
    await owe(world, [percent, gift]);
    await owe(world, [percent, gift]);
    await owe(world, [percent], 2);
    await work(world);
    const mine = await codesOf(world);
    expect(mine).toMatchObject([
      { offerId: percent.id, generation: 1, state: 'live', redeemCodeId: `redeem ${mine[0]?.code}` },
      { offerId: gift.id, generation: 1, state: 'live' },
    ]);
    const [other] = await codesOf(world, 2);
    expect(new Set([...mine, other].map((each) => each?.code)).size).toBe(3);
    expect(atShopify(world)).toEqual([
      [percent.gives, [mine[0]?.code, other?.code]],
      [gift.gives, [mine[1]?.code]],
    ]);
    expect(mine[0]?.code).toMatch(/^REG(-[2-9A-Z]{4}){4}$/);
  });

  it('makes a hundred codes in one call', async () => {
    const world = await setUp();
    for (let id = 1; id <= 150; id += 1) {
      await world.stores.customers.create(SHOP, aCustomer(id, { shopifyCustomerIds: [shopper(id)] }));
      await owe(world, [percent], id);
    }
    await work(world);
    const calls = world.admin.calls.filter(({ method }) => method === 'addCodes');
    expect(calls.map(({ count }) => count)).toEqual([100, 50]);
  });

  it('loses its code again when it is no more, before anybody used it', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    await work(world);
    await owe(world, []);
    await work(world);
    expect(await codesOf(world)).toMatchObject([{ state: 'gone' }]);
    expect(atShopify(world)).toEqual([[percent.gives, []]]);
    await owe(world, [percent]);
    await work(world);
    const [gone, anew] = await codesOf(world);
    expect([gone?.state, anew?.state, anew?.generation]).toEqual(['gone', 'live', 2]);
    expect(anew?.code).not.toBe(gone?.code);
    expect(atShopify(world)).toEqual([[percent.gives, [anew?.code]]]);
  });

  it('is taken back also where Shopify was still about to make its code, and where it had not been asked', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    await world.useCases.publishCodes();
    await owe(world, [gift]);
    await owe(world, []);
    await work(world);
    expect((await codesOf(world)).map(({ state }) => state)).toEqual(['gone', 'gone']);
    expect(atShopify(world).flatMap(([, codes]) => codes)).toEqual([]);
  });

  it('is used by an order that names its code, whoever made the order', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    const code = await onlyCode(world);
    await buy(world, 1, { codes: [code] });
    expect(await redeemed(world)).toEqual([use(order(1))]);
    const other = await withPeople();
    await owe(other, [percent]);
    await buy(other, 1, { codes: [await onlyCode(other)], shopifyCustomerId: shopper(2) });
    expect(await redeemed(other)).toEqual([{ ...use(order(1)), elsewhere: expect.any(Number) }]);
    expect(await redeemed(other, 2)).toEqual([]);
  });

  it('counts each telling of an order once, and only as long as its newest snapshot names the code', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    const code = await onlyCode(world);
    for (let times = 0; times < 3; times += 1) await buy(world, 1, { codes: [code] });
    expect(await redeemed(world)).toEqual([use(order(1))]);
    await buy(world, 1, { updatedAt: NOW });
    expect(await redeemed(world)).toEqual([]);
    await buy(world, 1, { codes: [code] });
    expect(await redeemed(world)).toEqual([]);
  });

  it('shows both of two orders that used it', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    const code = await onlyCode(world);
    await buy(world, 1, { codes: [code] });
    await buy(world, 2, { codes: [code] });
    expect(await redeemed(world)).toEqual([use(order(1)), use(order(2))]);
  });

  it('gets a new code when it comes back, since the old one is spent', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    const code = await onlyCode(world);
    await buy(world, 1, { codes: [code] });
    await world.useCases.recordPurchase(SHOP, toldRefund(aRefund(1, 1)));
    await owe(world, [percent]);
    await work(world);
    expect(await codesOf(world)).toMatchObject([
      { code, generation: 1, orders: [order(1)] },
      { generation: 2, state: 'live', orders: [] },
    ]);
  });

  it('waits for an order that is not paid yet, and gets a new code when that is cancelled', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    const code = await onlyCode(world);
    await buy(world, 1, { codes: [code], state: 'owed' });
    await owe(world, [percent]);
    expect(await codesOf(world)).toHaveLength(1);
    await buy(world, 1, { codes: [code], state: 'cancelled', cancelledAt: NOW, updatedAt: NOW });
    // The standing did not change by that, and yet its code is to be made anew.
    expect(await world.stores.outbox.waiting(SHOP)).toBe(1);
    await owe(world, [percent]);
    expect(await codesOf(world)).toMatchObject([{ generation: 1 }, { generation: 2, state: 'wanted' }]);
  });

  it('is no more when its holder is forgotten, and nobody’s code is left at Shopify', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    await work(world);
    const code = await onlyCode(world);
    await world.useCases.eraseCustomer(SHOP, shopper(1), []);
    await work(world);
    expect(await codesOf(world)).toEqual([]);
    expect(await world.stores.codes.findMany(SHOP, [code])).toMatchObject([{ customerId: null, state: 'gone' }]);
    expect(atShopify(world)).toEqual([[percent.gives, []]]);
  });

  it('goes with a merge, and so do the uses of those that were used', async () => {
    const world = await withPeople();
    await owe(world, [percent], 2);
    const [theirs] = await codesOf(world, 2);
    await buy(world, 1, { codes: theirs === undefined ? [] : [theirs.code], shopifyCustomerId: shopper(2) });
    await world.useCases.mergeCustomers(SHOP, shopper(1), shopper(2));
    expect(await redeemed(world)).toEqual([use(order(1))]);
  });
});

describe('making codes at Shopify', () => {
  it('tries again later where Shopify fails, and makes no code twice', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    world.admin.failNext(new AppError('shopify_unavailable', true), new AppError('shopify_throttled', true));
    for (let times = 0; times < 8; times += 1) await work(world);
    expect(await codesOf(world)).toMatchObject([{ state: 'live' }]);
    expect(atShopify(world)).toEqual([[percent.gives, [await onlyCode(world)]]]);
  });

  it('writes a new margin into every discount of its codes', async () => {
    const world = await withPeople();
    await owe(world, [percent, gift]);
    await work(world);
    const { settings } = (await world.stores.shops.find(SHOP)) ?? {};
    if (settings === undefined) throw new Error('there is a shop');
    await world.useCases.changeSettings(SHOP, { ...settings, floorOn: true, marginBp: 700 });
    const rules = [...world.admin.at(SHOP).codeDiscounts.values()].map((each) => each.rules);
    expect(rules).toMatchObject([
      { marginBp: 700, floorOn: true },
      { marginBp: 700, floorOn: true },
    ]);
  });

  it('begins anew when the app comes back after it was taken away with its discounts', async () => {
    const world = await withPeople();
    await owe(world, [percent]);
    await work(world);
    const code = await onlyCode(world);
    await world.useCases.uninstall(SHOP);
    world.admin.at(SHOP).codeDiscounts.clear();
    await world.useCases.install(SHOP, []);
    await work(world);
    expect(await codesOf(world)).toMatchObject([{ code, state: 'live' }]);
    expect(atShopify(world)).toEqual([[percent.gives, [code]]]);
  });

  it('comes to the same wherever the process dies', async () => {
    const stateOf = async (world: World) => ({
      codes: (await codesOf(world)).map(({ offerId, generation, state }) => [offerId, generation, state]),
      counts: atShopify(world).map(([gives, codes]) => [gives, codes.length]),
      waiting: await world.stores.outbox.waiting(SHOP),
    });
    const cuts = await cutShort({
      prepare: async () => {
        const world = await withPeople();
        await owe(world, [percent]);
        await work(world);
        sequence += 1;
        const standing = { asOf: NOW, standings: [aStandingOf(program(1), { offers: [gift] })] };
        await world.stores.standings.put(SHOP, { customerId: customer(1), sequence, standing });
        await world.stores.outbox.put(SHOP, customer(1), sequence, NOW);
        return world;
      },
      act: async (world) => {
        world.clock.set(world.clock.now() + 120_000);
        await world.useCases.publishEntitlements();
        for (let times = 0; times < 2; times += 1) {
          await work(world);
          world.clock.set(world.clock.now() + 120_000);
        }
      },
      state: stateOf,
    });
    expect(cuts).toBeGreaterThan(5);
  });
});
