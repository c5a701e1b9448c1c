import { expect, it } from '@jest/globals';
import type { NewCode } from '../../server/app/ports/code-store.ts';
import type { OfferId, ProductId } from '../../shared/domain/ids.ts';
import { makeRewardCode, type RewardCode } from '../../shared/domain/offer/reward-code.ts';
import { customer, order, program } from '../app/builders.ts';
import { neighbour, type Place, sorted } from './place.ts';
import { NOW } from './samples.ts';

const LEASE = NOW + 60_000;
export const code = (id: number): RewardCode =>
  makeRewardCode(Uint8Array.from({ length: 16 }, (_, i) => (id >> (i * 5)) & 31));

export const aCode = (id: number, change: Partial<NewCode> = {}): NewCode => ({
  code: code(id),
  customerId: customer(id),
  programId: program(1),
  offerId: 'cycle 1 at 5' as OfferId,
  generation: 1,
  marks: 5,
  gives: { kind: 'percent', discountBp: 300 },
  ...change,
});
const gift = { kind: 'gift', productId: '8001' as ProductId } as const;
const kept = (id: number, change: object = {}) => ({
  ...aCode(id),
  state: 'wanted',
  redeemCodeId: null,
  orders: [],
  ...change,
});

export function codeStoreBattery({ stores, shop }: Place): void {
  const codes = () => stores().codes;
  const create = (...many: readonly NewCode[]) => codes().create(shop(), many, NOW);
  const find = (...ids: readonly number[]) => codes().findMany(shop(), ids.map(code));
  const claim = (now = NOW) => codes().claim(now, LEASE, 100);
  const everybody = { from: customer(0), to: customer(99) };

  it('keeps one code for each generation of a customer’s reward, and finds it by what an order names', async () => {
    await create(aCode(1));
    await create(aCode(2, { customerId: customer(1) }), aCode(3, { customerId: customer(1), generation: 2 }), aCode(4));
    expect(sorted(await find(1, 2, 3, 4))).toEqual(
      sorted([kept(1), kept(3, { customerId: customer(1), generation: 2 }), kept(4)]),
    );
    expect((await codes().ofCustomers(shop(), [customer(1), customer(9)])).length).toBe(2);
    expect(await codes().findMany(neighbour, [code(1)])).toEqual([]);
    expect(await codes().ofCustomers(neighbour, [customer(1)])).toEqual([]);
  });

  it('notes each order that used a code once, and tells the uses of everybody in a range', async () => {
    await create(aCode(1), aCode(2), aCode(3));
    await Promise.all([order(7), order(6), order(7)].map((id) => codes().use(shop(), code(1), id)));
    await codes().use(neighbour, code(2), order(1));
    expect((await find(1))[0]?.orders).toEqual([order(6), order(7)]);
    const uses = await codes().usesOf(shop(), everybody);
    expect([...uses.keys()]).toEqual([customer(1)]);
    const { customerId: _id, generation: _generation, ...use } = aCode(1);
    expect(sorted(uses.get(customer(1)) ?? [])).toEqual(sorted([6, 7].map((id) => ({ ...use, orderId: order(id) }))));
    expect((await codes().usesOf(shop(), { from: customer(2), to: customer(9) })).size).toBe(0);
    expect((await codes().usesOf(neighbour, everybody)).size).toBe(0);
  });

  it('gives out what waits, of one kind at a time, and no code twice while it is leased', async () => {
    await create(aCode(1), aCode(2));
    await codes().create(shop(), [aCode(3, { gives: gift })], NOW + 1);
    const work = await claim(NOW + 1);
    expect(work).toMatchObject({ shop: shop(), programId: program(1), gives: aCode(1).gives, state: 'wanted' });
    expect(sorted(work?.codes ?? [])).toEqual(
      sorted([1, 2].map((id) => ({ code: code(id), redeemCodeId: null, tries: 1 }))),
    );
    expect(await claim(NOW + 1)).toMatchObject({ gives: gift, codes: [{ code: code(3) }] });
    expect(await claim(LEASE - 1)).toBeNull();
    expect((await claim(LEASE))?.codes[0]?.tries).toBe(2);
  });

  it('leads a code from wanted through coming to live, and from unwanted to gone', async () => {
    await create(aCode(1));
    await claim();
    await codes().coming(shop(), [code(1)], 'creation 1', NOW + 2000);
    expect(await claim(NOW + 1999)).toBeNull();
    expect(await claim(NOW + 2000)).toMatchObject({ state: 'coming', creationId: 'creation 1' });
    await codes().done(shop(), [{ code: code(1), redeemCodeId: 'redeem 1' }], 'live');
    expect(await find(1)).toEqual([kept(1, { state: 'live', redeemCodeId: 'redeem 1' })]);
    expect(await claim(LEASE)).toBeNull();
    await codes().unwant(shop(), [code(1)], LEASE);
    expect(await claim(LEASE)).toMatchObject({ state: 'unwanted', codes: [{ redeemCodeId: 'redeem 1' }] });
    await codes().done(shop(), [{ code: code(1), redeemCodeId: null }], 'gone');
    expect(await find(1)).toEqual([kept(1, { state: 'gone', redeemCodeId: 'redeem 1' })]);
  });

  it('lets what became unwanted meanwhile stay so, and takes back nothing that was used', async () => {
    await create(aCode(1), aCode(2));
    await claim();
    await codes().unwant(shop(), [code(1)], NOW + 1);
    await codes().coming(shop(), [code(1), code(2)], 'creation 1', NOW + 2000);
    await codes().use(shop(), code(2), order(1));
    await codes().unwant(shop(), [code(2)], NOW + 1);
    await codes().done(
      shop(),
      [1, 2].map((id) => ({ code: code(id), redeemCodeId: `redeem ${id}` })),
      'live',
    );
    const states = (await find(1, 2)).map((each) => [each.code, each.state]);
    expect(sorted(states)).toEqual(
      sorted([
        [code(1), 'unwanted'],
        [code(2), 'live'],
      ]),
    );
  });

  it('leaves what somebody is making to them until their lease is over', async () => {
    await create(aCode(1));
    await claim();
    await codes().unwant(shop(), [code(1)], NOW + 1);
    expect(await claim(LEASE - 1)).toBeNull();
    await codes().coming(shop(), [code(1)], 'creation 1', NOW + 2000);
    expect(await claim(NOW + 2000)).toMatchObject({ state: 'unwanted', creationId: 'creation 1' });
  });

  it('waits before it tries again', async () => {
    await create(aCode(1));
    await claim();
    await codes().failed(shop(), [code(1)], NOW + 700, 'shopify_throttled');
    expect(await claim(NOW + 699)).toBeNull();
    expect((await claim(NOW + 700))?.codes).toMatchObject([{ tries: 2 }]);
  });

  it('moves codes with a merge, and keeps those of somebody forgotten as nobody’s, to be taken back', async () => {
    await create(aCode(1), aCode(2));
    await codes().use(shop(), code(1), order(1));
    expect(await codes().move(shop(), customer(1), customer(2))).toBe(1);
    expect((await codes().ofCustomers(shop(), [customer(2)])).length).toBe(2);
    expect(await codes().forgetHolder(neighbour, customer(2), NOW + 5)).toBe(0);
    expect(await codes().forgetHolder(shop(), customer(2), NOW + 5)).toBe(2);
    expect(await codes().ofCustomers(shop(), [customer(2)])).toEqual([]);
    expect(sorted(await find(1, 2))).toEqual(
      sorted([kept(1, { customerId: null, orders: [order(1)] }), kept(2, { customerId: null, state: 'unwanted' })]),
    );
    expect((await codes().usesOf(shop(), everybody)).size).toBe(0);
  });

  it('keeps one discount for each kind, and makes all anew after our app was away', async () => {
    const blank = { programId: program(1), gives: gift, seed: code(90), nodeId: null, rules: '' };
    expect(await codes().enterDiscount(shop(), blank)).toEqual(blank);
    expect(await codes().enterDiscount(shop(), { ...blank, seed: code(91) })).toEqual(blank);
    await codes().changeDiscount(shop(), blank, { nodeId: 'node 1', rules: '[1]' });
    expect(await codes().discounts(shop())).toEqual([{ ...blank, nodeId: 'node 1', rules: '[1]' }]);
    expect(await codes().discounts(neighbour)).toEqual([]);
    await create(aCode(1), aCode(2), aCode(3));
    await claim();
    await codes().coming(shop(), [1, 2, 3].map(code), 'creation 1', NOW);
    await codes().done(
      shop(),
      [1, 2, 3].map((id) => ({ code: code(id), redeemCodeId: `redeem ${id}` })),
      'live',
    );
    await codes().use(shop(), code(2), order(1));
    await codes().unwant(shop(), [code(3)], NOW);
    await codes().startAnew(shop(), NOW + 9);
    expect(await codes().discounts(shop())).toEqual([]);
    const states = (await find(1, 2, 3)).map((each) => [each.code, each.state, each.redeemCodeId]);
    expect(sorted(states)).toEqual(
      sorted([
        [code(1), 'wanted', null],
        [code(2), 'live', 'redeem 2'],
        [code(3), 'gone', 'redeem 3'],
      ]),
    );
  });
}
