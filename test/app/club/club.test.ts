import { describe, expect, it } from '@jest/globals';
import { MEMBERS_MAX } from '../../../shared/domain/club/club.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { CardNumber, ShopId } from '../../../shared/domain/ids.ts';
import { aLine, anOrder, aProgram, aRefund, told, toldRefund } from '../builders.ts';
import { aShop, NOW, setUp, type World } from '../set-up.ts';

const THEIRS = 'bakery.myshopify.com' as ShopId;
const THIRD = 'florist.myshopify.com' as ShopId;
const line = { id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false };
const from = { address: '198.51.100.7', session: 's' };

/** A few seconds later nobody believes any more what was known of a club before. */
const later = (world: World) => world.clock.set(world.clock.now() + 5000);

async function codeOf({ useCases }: World, shop: ShopId): Promise<string> {
  const invited = await useCases.inviteToClub(shop);
  if (!invited.ok) throw new Error(invited.error.code);
  return invited.value.code;
}

/** Our shop and the bakery in one club; the bakery gives guests 7 %, we give 5 %. */
async function twoShops(): Promise<World> {
  const world = await setUp();
  for (const id of [THEIRS, THIRD]) {
    await world.stores.shops.save(
      aShop({ id, name: `The ${id.split('.')[0]}`, cardPrefix: id === THEIRS ? '2002' : '2003' }),
    );
  }
  await world.useCases.foundClub(world.shop, { name: ' High street ', guestPercent: '5' });
  later(world);
  const code = await codeOf(world, world.shop);
  const joined = await world.useCases.joinClub(THEIRS, {
    code: code.toLowerCase().replaceAll('-', ' '),
    guestPercent: '7',
  });
  if (!joined.ok) throw new Error(joined.error.code);
  later(world);
  return world;
}

/** A card of our shop, handed to somebody. */
async function ourCard(world: World): Promise<CardNumber> {
  const { useCases, stores, shop } = world;
  const programId = await aProgram(world);
  await useCases.emitSeries(shop, { programId, name: 'First', count: 2, expiresAt: null }, null);
  const { cards } = await stores.cards.list(shop, { seriesId: null, programId: null, states: [], after: null, max: 2 });
  const number = cards[0]?.number;
  const entered = await useCases.enterCustomer(shop, {
    firstName: 'Ada',
    patronymic: null,
    surname: null,
    email: null,
    phone: null,
    birthDate: null,
    gender: null,
    address: null,
    language: null,
  });
  if (number === undefined || !entered.ok) throw new Error('no card');
  await useCases.linkCard(shop, number, entered.value.id, null, null);
  return number;
}

const quoteAt = ({ useCases }: World, shop: ShopId, number: CardNumber) =>
  useCases.quoteCart(shop, { holder: { kind: 'card', number }, lines: [line] });

describe('a discount club', () => {
  it('takes shops by invitation, each with a rule of its own', async () => {
    const { stores, shop } = await twoShops();
    const members = await stores.clubs.members(shop);
    expect(members.map(({ shop: of, clubName, guestBp }) => [of, clubName, guestBp])).toEqual([
      [shop, 'High street', 500],
      [THEIRS, 'High street', 700],
    ]);
  });

  it('takes an invitation once, and only while whoever invited is in the club', async () => {
    const world = await twoShops();
    const { useCases, shop } = world;
    const code = await codeOf(world, THEIRS);
    await useCases.leaveClub(THEIRS);
    expect(await useCases.joinClub(THIRD, { code, guestPercent: '5' })).toMatchObject({
      error: { code: 'unknown_invitation' },
    });
    const another = await codeOf(world, shop);
    expect((await useCases.joinClub(THIRD, { code: another, guestPercent: '5' })).ok).toBe(true);
    expect(await useCases.joinClub(THEIRS, { code: another, guestPercent: '5' })).toMatchObject({
      error: { code: 'unknown_invitation' },
    });
    expect(await useCases.joinClub(THIRD, { code: another, guestPercent: '5' })).toMatchObject({
      error: { code: 'in_a_club_already' },
    });
  });

  it('says what is wrong beside the field, and refuses a second club', async () => {
    const { useCases, shop } = await twoShops();
    expect(await useCases.foundClub(THIRD, { name: '  ', guestPercent: 'a lot' })).toMatchObject({
      error: { faults: [{ path: 'name', code: 'club_name_missing' }, { path: 'guestPercent' }] },
    });
    expect(await useCases.foundClub(shop, { name: 'Two', guestPercent: '5' })).toMatchObject({
      error: { code: 'in_a_club_already' },
    });
    expect(await useCases.changeClubRule(shop, '101')).toMatchObject({ error: { code: 'faults' } });
    expect(await useCases.changeClubRule(THIRD, '5')).toMatchObject({ error: { code: 'in_no_club' } });
  });

  it('stays as small as a till can look through', async () => {
    const world = await twoShops();
    const { stores, useCases, shop } = world;
    const code = await codeOf(world, shop);
    const own = await stores.clubs.part(shop);
    if (own === null) throw new Error('no club');
    for (let i = 2; i < MEMBERS_MAX; i += 1) await stores.clubs.join(`s${i}.myshopify.com` as ShopId, own);
    expect(await useCases.inviteToClub(shop)).toMatchObject({ error: { code: 'club_full' } });
    expect(await useCases.joinClub(THIRD, { code, guestPercent: '5' })).toMatchObject({ error: { code: 'club_full' } });
  });

  it('lets only the first one take another out', async () => {
    const { useCases, shop, stores } = await twoShops();
    expect(await useCases.removeFromClub(THEIRS, shop)).toMatchObject({ error: { code: 'not_keeper' } });
    expect(await useCases.removeFromClub(shop, THIRD)).toMatchObject({ error: { code: 'unknown_member' } });
    expect((await useCases.removeFromClub(shop, THEIRS)).ok).toBe(true);
    expect((await stores.clubs.members(shop)).map((member) => member.shop)).toEqual([shop]);
  });
});

describe('a card of another shop of the club', () => {
  it('gets at the till what this shop’s own rule gives, and nobody learns whose it is', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    const answer = await quoteAt(world, THEIRS, number);
    expect(answer).toMatchObject({ discountBp: 700, programName: 'High street', customer: null, customerId: null });
    expect(answer.quote.totalMinor).toBe(700);
    expect(await world.useCases.findPartnerCard(THEIRS, number)).toEqual({
      partner: world.shop,
      shopName: 'Demo shop',
      clubName: 'High street',
      discountBp: 700,
    });
  });

  it('is believed in the storefront on this shop’s signature, for today', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    const checked = await world.useCases.checkTypedCard(THEIRS, number, from);
    if (checked.outcome !== 'accepted') throw new Error(checked.outcome);
    const keys = (await world.stores.shops.find(THEIRS))?.entitlementKeys ?? [];
    expect(readStatement(checked.statement, keys, THEIRS)).toMatchObject({ cardNumber: number, discountBp: 700 });
    expect(readStatement(checked.statement, keys, world.shop)).toBeNull();
  });

  it.each<[string, (world: World, number: CardNumber) => Promise<unknown>]>([
    ['is blocked', ({ useCases, shop }, number) => useCases.blockCard(shop, number, true, 'lost', null)],
    ['is of a shop that left', ({ useCases, shop }) => useCases.leaveClub(shop)],
    ['is of a shop that took the app away', ({ useCases, shop }) => useCases.uninstall(shop)],
    ['meets no rule', ({ useCases }) => useCases.changeClubRule(THEIRS, '0')],
    ['comes to a shop that left', ({ useCases }) => useCases.leaveClub(THEIRS)],
  ])('gets nothing where it %s', async (_name, happens) => {
    const world = await twoShops();
    const number = await ourCard(world);
    await happens(world, number);
    later(world);
    expect((await quoteAt(world, THEIRS, number)).quote.totalMinor).toBe(0);
    expect(await world.useCases.checkTypedCard(THEIRS, number, from)).toEqual({ outcome: 'not_accepted' });
    expect(await world.useCases.findPartnerCard(THEIRS, number)).toBeNull();
  });

  it('gets nothing in a shop outside, and a blank one nothing anywhere', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    expect((await quoteAt(world, THIRD, number)).discountBp).toBe(0);
    const { cards } = await world.stores.cards.list(world.shop, {
      seriesId: null,
      programId: null,
      states: ['emitted'],
      after: null,
      max: 1,
    });
    expect((await quoteAt(world, THEIRS, cards[0]?.number ?? number)).discountBp).toBe(0);
  });

  it('is looked for among wrong numbers, which are counted as before', async () => {
    const world = await twoShops();
    for (let i = 0; i < 10; i += 1) await world.useCases.checkTypedCard(THEIRS, '2002000000015', from);
    expect(await world.useCases.checkTypedCard(THEIRS, '2002000000015', from)).toEqual({ outcome: 'limited' });
  });
});

describe('the account between two shops', () => {
  const bought = (cardNumber: CardNumber, change = {}) =>
    anOrder(7, {
      cardNumber,
      shopifyCustomerId: null,
      lines: [aLine({ quantity: 2, priceMinor: 5000, amountMinor: 9300, ourDiscountMinor: 700 })],
      ...change,
    });
  const back = aRefund(7, 1);

  it('says the same on both sides, of nobody in particular', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    await world.useCases.recordPurchase(THEIRS, told(bought(number)));
    const sum = { purchases: 1, amountMinor: 9300, discountMinor: 700 };
    expect(await world.stores.clubs.visitsHere(THEIRS, '2026-06')).toEqual([{ other: world.shop, ...sum }]);
    expect(await world.stores.clubs.visitsElsewhere(world.shop, '2026-06')).toEqual([{ other: THEIRS, ...sum }]);
    const visit = await world.stores.clubs.findVisit(THEIRS, back.orderId);
    expect(JSON.stringify(visit)).not.toContain(number);
    expect((await world.stores.purchases.find(THEIRS, back.orderId))?.customerId).toBeNull();
  });

  it('comes to the same in whatever order an order and its return are told, and how often', async () => {
    const sums = [];
    for (const order of [
      [0, 1],
      [1, 0],
      [0, 1, 0, 1, 1],
      [1, 1, 0],
    ]) {
      const world = await twoShops();
      const number = await ourCard(world);
      const tell = [told(bought(number)), toldRefund(back)];
      for (const i of order) await world.useCases.recordPurchase(THEIRS, tell[i] ?? toldRefund(back));
      sums.push(await world.stores.clubs.visitsHere(THEIRS, '2026-06'));
    }
    expect(new Set(sums.map((sum) => JSON.stringify(sum))).size).toBe(1);
    expect(sums[0]).toMatchObject([{ purchases: 1, amountMinor: 4650, discountMinor: 350 }]);
  });

  it('goes on with what was bought before somebody left', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    await world.useCases.recordPurchase(THEIRS, told(bought(number)));
    await world.useCases.leaveClub(THEIRS);
    later(world);
    await world.useCases.recordPurchase(THEIRS, toldRefund(back));
    expect(await world.stores.clubs.visitsHere(THEIRS, '2026-06')).toMatchObject([{ amountMinor: 4650 }]);
  });

  it('takes up no purchase with a shop’s own card, nor one outside a club', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    await world.useCases.recordPurchase(world.shop, told(bought(number)));
    await world.useCases.recordPurchase(THIRD, told(bought(number)));
    expect(await world.stores.clubs.findVisit(world.shop, back.orderId)).toBeNull();
    expect(await world.stores.clubs.findVisit(THIRD, back.orderId)).toBeNull();
  });

  it('ends with the shop that is erased, and stays for the other', async () => {
    const world = await twoShops();
    const number = await ourCard(world);
    await world.useCases.recordPurchase(THEIRS, told(bought(number)));
    await world.stores.shops.eraseShop(world.shop);
    expect(await world.stores.clubs.part(world.shop)).toBeNull();
    expect(await world.stores.clubs.visitsHere(THEIRS, '2026-06')).toMatchObject([{ other: world.shop }]);
    expect(NOW).toBeLessThan(world.clock.now());
  });
});
