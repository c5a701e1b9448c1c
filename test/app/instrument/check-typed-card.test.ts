import { describe, expect, it } from '@jest/globals';
import { createCheckTypedCard } from '../../../server/app/instrument/check-typed-card.ts';
import type { Stores } from '../../../server/app/ports/stores.ts';
import { readStatement } from '../../../shared/domain/entitlement/read-statement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { checkDigit } from '../../../shared/domain/instrument/card-number.ts';
import { anOrder, cardNumber, told } from '../builders.ts';
import { cutShort } from '../cut-short.ts';
import { noPartners } from '../nobodys-partner.ts';
import { aShop, NOW, type World } from '../set-up.ts';
import { cardShop, somebody } from './card-state.ts';

const HOUR_MS = 3_600_000;
const NOT_ACCEPTED = { outcome: 'not_accepted' };
const LIMITED = { outcome: 'limited' };
const SESSION_MAX = 10;
const ADDRESS_MAX = 30;
const SHOP_MAX = 200;
/** A right number that this shop has never made. */
const UNKNOWN = cardNumber(77_777_777);

/** Ada holds a card that gives 5 %; there are a blank one, a blocked one and an expired one too. */
async function withHolder() {
  const { world, programId, blanks } = await cardShop();
  const { useCases, shop } = world;
  const [adas = UNKNOWN, blank = UNKNOWN, blocked = UNKNOWN] = blanks;
  const [ada, bob, eve] = [await somebody(world, 'Ada'), await somebody(world, 'Bob'), await somebody(world, 'Eve')];
  await useCases.linkCard(shop, adas, ada, null, null);
  const bought = { shopifyCustomerId: null, cardNumber: adas, amountMinor: 20_000, processedAt: NOW };
  await useCases.recordPurchase(shop, told(anOrder(1, bought)));
  await useCases.linkCard(shop, blocked, bob, null, null);
  await useCases.blockCard(shop, blocked, true, 'Stolen', null);
  const series = await useCases.emitSeries(shop, { programId, name: 'Short', count: 1, expiresAt: NOW + 1 }, null);
  const seriesId = series.ok ? series.value.id : null;
  const [ended] = (await world.stores.cards.list(shop, { seriesId, programId: null, states: [], after: null, max: 1 }))
    .cards;
  const expired = ended?.number ?? UNKNOWN;
  await useCases.linkCard(shop, expired, eve, null, null);
  world.clock.set(NOW + 1);
  return { world, adas, ada, wrong: { blank, blocked, expired, unknown: UNKNOWN } };
}

const type = ({ useCases, shop }: World, typed: string, address = '203.0.113.1', session = 'a') =>
  useCases.checkTypedCard(shop, typed, { address, session });

/** The same stores, telling what was asked of them. */
function listening(stores: Stores): { readonly stores: Stores; readonly heard: string[] } {
  const heard: string[] = [];
  const listen = <T extends object>(name: string, part: T): T =>
    new Proxy(part, {
      get: (target, method) => {
        const call = Reflect.get(target, method) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => {
          heard.push(`${name}.${String(method)}${name === 'standings' ? ` ${args[1]}` : ''}`);
          return call(...args);
        };
      },
    });
  const entries = Object.entries(stores).map(([name, part]) => [name, listen(name, part)]);
  return { stores: Object.fromEntries(entries) as Stores, heard };
}

describe('a card number that a shopper types', () => {
  it('is answered with a statement of what the holder is owed, good for today alone', async () => {
    const { world, adas, ada } = await withHolder();
    const answer = await type(world, ` ${adas.slice(0, 4)} ${adas.slice(4)} `);
    expect(answer).toMatchObject({ outcome: 'accepted', discountBp: 500 });
    const keys = aShop().entitlementKeys;
    const statement = answer.outcome === 'accepted' ? answer.statement : '';
    const stored = await world.stores.standings.find(world.shop, ada);
    expect(readStatement(statement, keys, world.shop)).toMatchObject({
      cardNumber: adas,
      sequence: stored?.sequence,
      fromDay: '2026-06-15',
      untilDay: '2026-06-15',
      discountBp: 500,
    });
    expect(readStatement(statement, keys, 'other.myshopify.com' as ShopId)).toBeNull();
  });

  it("counts days by the shop's clock: Prague is in the next day while Greenwich is not", async () => {
    const { world, adas } = await withHolder();
    world.clock.set(Date.UTC(2026, 5, 15, 22, 30));
    const answer = await type(world, adas);
    const statement = answer.outcome === 'accepted' ? answer.statement : '';
    expect(readStatement(statement, aShop().entitlementKeys, world.shop)).toMatchObject({
      fromDay: '2026-06-16',
      untilDay: '2026-06-16',
    });
  });

  it('of somebody who has not earned anything yet is right too, so that the purchase counts for them', async () => {
    const { world, blanks } = await cardShop();
    const [number = UNKNOWN] = blanks;
    await world.useCases.linkCard(world.shop, number, await somebody(world), null, null);
    expect(await type(world, number)).toMatchObject({ outcome: 'accepted', discountBp: 0 });
  });

  it('is judged by this moment: a level whose window has ended gives nothing, though no job has run', async () => {
    const { world, blanks } = await cardShop({ window: 'calendar_year' });
    const [number = UNKNOWN] = blanks;
    await world.useCases.linkCard(world.shop, number, await somebody(world), null, null);
    const bought = { shopifyCustomerId: null, cardNumber: number, amountMinor: 20_000, processedAt: NOW };
    await world.useCases.recordPurchase(world.shop, told(anOrder(1, bought)));
    expect(await type(world, number)).toMatchObject({ discountBp: 500 });
    const newYear = Date.UTC(2026, 11, 31, 23);
    world.clock.set(newYear - 1);
    expect(await type(world, number)).toMatchObject({ discountBp: 500 });
    world.clock.set(newYear);
    expect(await type(world, number)).toMatchObject({ discountBp: 0 });
  });

  it('gets one and the same answer whatever is wrong with it, for the same work in the same order', async () => {
    const { world, adas, wrong } = await withHolder();
    // The first number of all is noted in the set-up guide, whatever it is; a right one is never counted.
    await type(world, adas);
    const { stores, heard } = listening(world.stores);
    const check = createCheckTypedCard(
      { stores, clock: world.clock, log: { info() {}, warn() {}, error() {} } },
      noPartners,
    );
    const foreign = `2777${adas.slice(4, 12)}`;
    const badDigit = `${adas.slice(0, 12)}${(Number(adas[12]) + 1) % 10}`;
    const all = { ...wrong, foreign: foreign + checkDigit(foreign), badDigit, malformed: 'abc', empty: '' };
    const works: string[][] = [];
    for (const [i, typed] of Object.values(all).entries()) {
      heard.length = 0;
      const from = { address: `203.0.113.${i}`, session: `s${i}` };
      expect(await check(world.shop, typed, from)).toEqual(NOT_ACCEPTED);
      works.push([...heard]);
    }
    const asked = ['cards.find', 'standings.find cus_nobodynobody', 'programs.versions'];
    const work = ['shops.find', 'guesses.counts', ...asked, 'guesses.count'];
    expect(works).toEqual(Object.values(all).map(() => work));
  });

  it('is not looked at for a shop that is not installed', async () => {
    const { world, adas } = await withHolder();
    await world.useCases.uninstall(world.shop);
    expect(await type(world, adas)).toEqual(NOT_ACCEPTED);
    expect(await world.useCases.checkTypedCard('other.myshopify.com' as ShopId, adas, from('1'))).toEqual(NOT_ACCEPTED);
  });
});

const from = (address: string, session = '') => ({ address, session });
const wrongTimes = async (
  world: World,
  times: number,
  address: (i: number) => string,
  session: (i: number) => string,
) => {
  const answers = [];
  for (let i = 0; i < times; i += 1) answers.push((await type(world, UNKNOWN, address(i), session(i))).outcome);
  return answers;
};
const all = (answers: readonly string[], outcome: string) => answers.every((each) => each === outcome);

describe('guessing card numbers', () => {
  it('ends for a session after ten wrong ones, even for a right one, and for no other', async () => {
    const { world, adas } = await withHolder();
    expect(
      all(
        await wrongTimes(
          world,
          SESSION_MAX,
          (i) => `198.51.100.${i}`,
          () => 'guesser',
        ),
        'not_accepted',
      ),
    ).toBe(true);
    expect(await type(world, adas, '203.0.113.9', 'guesser')).toEqual(LIMITED);
    expect(await type(world, adas, '203.0.113.9', 'honest')).toMatchObject({ outcome: 'accepted' });
  });

  it('ends for an address after thirty wrong ones, whatever sessions it makes up or leaves out', async () => {
    const { world, adas } = await withHolder();
    const sessions = (i: number) => (i % 2 === 0 ? `s${i}` : '');
    expect(all(await wrongTimes(world, ADDRESS_MAX, () => '198.51.100.7', sessions), 'not_accepted')).toBe(true);
    expect(await type(world, adas, '198.51.100.7', 'new')).toEqual(LIMITED);
    expect(await type(world, adas, '::ffff:198.51.100.7', 'new')).toEqual(LIMITED);
    expect(await type(world, adas, '198.51.100.8', 'new')).toMatchObject({ outcome: 'accepted' });
  });

  it('takes all addresses of one IPv6 network for one', async () => {
    const { world, adas } = await withHolder();
    await wrongTimes(
      world,
      ADDRESS_MAX,
      (i) => `2001:db8:0:7::${i.toString(16)}`,
      (i) => `s${i}`,
    );
    expect(await type(world, adas, '2001:DB8::7:1:2:3:4', 'new')).toEqual(LIMITED);
    expect(await type(world, adas, '2001:db8:0:8::1', 'new')).toMatchObject({ outcome: 'accepted' });
  });

  it('ends for the whole shop after two hundred wrong ones from everywhere', async () => {
    const { world, adas } = await withHolder();
    const answers = await wrongTimes(
      world,
      SHOP_MAX,
      (i) => `198.51.${i}.7`,
      (i) => `s${i}`,
    );
    expect(all(answers, 'not_accepted')).toBe(true);
    expect(await type(world, adas, '203.0.113.200', 'new')).toEqual(LIMITED);
  });

  it('begins anew with the next hour', async () => {
    const { world, adas } = await withHolder();
    await wrongTimes(
      world,
      SESSION_MAX,
      () => '198.51.100.7',
      () => 'guesser',
    );
    const next = NOW - (NOW % HOUR_MS) + HOUR_MS;
    world.clock.set(next - 1);
    expect(await type(world, adas, '198.51.100.7', 'guesser')).toEqual(LIMITED);
    world.clock.set(next);
    expect(await type(world, adas, '198.51.100.7', 'guesser')).toMatchObject({ outcome: 'accepted' });
  });

  it('does not count right numbers', async () => {
    const { world, adas } = await withHolder();
    for (let i = 0; i < ADDRESS_MAX + 1; i += 1)
      expect(await type(world, adas, '198.51.100.7', 'shopper')).toMatchObject({ outcome: 'accepted' });
    expect(await world.stores.guesses.since(world.shop, 0)).toEqual([]);
  });

  it('shows up for the merchant, and in the log once for each limit reached', async () => {
    const { world } = await withHolder();
    await wrongTimes(
      world,
      SESSION_MAX + 3,
      () => '198.51.100.7',
      () => 'guesser',
    );
    const windowStartsAt = NOW - (NOW % HOUR_MS);
    expect(await world.stores.guesses.since(world.shop, windowStartsAt)).toEqual([
      { windowStartsAt, wrong: SESSION_MAX, limited: 3 },
    ]);
    expect(world.logged.filter(({ event }) => event === 'card.guessing_limited')).toMatchObject([
      { level: 'warn', facts: { reached: ['session'] } },
    ]);
  });

  it('over a limit asks the database for nothing about cards', async () => {
    const { world, adas } = await withHolder();
    await wrongTimes(
      world,
      SESSION_MAX,
      () => '198.51.100.7',
      () => 'guesser',
    );
    const { stores, heard } = listening(world.stores);
    const check = createCheckTypedCard(
      { stores, clock: world.clock, log: { info() {}, warn() {}, error() {} } },
      noPartners,
    );
    expect(await check(world.shop, adas, from('198.51.100.7', 'guesser'))).toEqual(LIMITED);
    expect(heard).toEqual(['shops.find', 'guesses.counts', 'guesses.limited']);
  });

  it('keeps no address and no session in plain', async () => {
    const { world } = await withHolder();
    const { stores } = world;
    const buckets: string[] = [];
    const guesses: Stores['guesses'] = {
      ...stores.guesses,
      count: async (shop, keys, at, forgetAt) => {
        buckets.push(...keys);
        return stores.guesses.count(shop, keys, at, forgetAt);
      },
    };
    const check = createCheckTypedCard(
      { stores: { ...stores, guesses }, clock: world.clock, log: { info() {}, warn() {}, error() {} } },
      noPartners,
    );
    await check(world.shop, UNKNOWN, from('198.51.100.7', 'žluťoučký-session'));
    expect(buckets).toEqual([
      'shop',
      expect.stringMatching(/^address:[0-9a-f]{16}$/),
      expect.stringMatching(/^session:[0-9a-f]{16}$/),
    ]);
  });

  it('at once from many hands is counted number by number', async () => {
    const { world } = await withHolder();
    await Promise.all(Array.from({ length: 20 }, (_, i) => type(world, UNKNOWN, `198.51.100.${i}`, `s${i}`)));
    expect(await world.stores.guesses.since(world.shop, 0)).toMatchObject([{ wrong: 20 }]);
  });

  it('cut at any write costs a shopper no more than one count', async () => {
    const prepare = async () => (await withHolder()).world;
    const act = (world: World) => type(world, UNKNOWN);
    const state = async ({ stores, shop }: World) => ({ limited: (await stores.guesses.since(shop, 0))[0]?.limited });
    expect(await cutShort({ prepare, act, state })).toBe(2);
  });
});
