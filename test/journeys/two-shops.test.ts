import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import type { CustomerListView, CustomerView, HomeView, SeriesView } from '../../shared/contract/api.ts';
import type { ClubAccountView, InvitedView } from '../../shared/contract/club.ts';
import type { InboxListView } from '../../shared/contract/inbox.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import type { TypedCardView } from '../../shared/contract/till.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import { aLivelyShop, customerOf, type LivelyShop } from '../support/journey/lively-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper, type WindowShopper } from '../support/journey/window-shopper.ts';
import { writeHistory } from '../support/journey/write-history.ts';
import { eventually } from '../support/merchant.ts';

let journey: Journey;
let ours: LivelyShop;
let theirs: LivelyShop;
beforeAll(async () => {
  await buildFunction();
  journey = await startJourney();
  ours = await aLivelyShop(journey, 'ours.myshopify.com', 8);
  theirs = await aLivelyShop(journey, 'theirs.myshopify.com', 8);
  for (const [i, { shop, people, cards }] of [ours, theirs].entries()) {
    const until = Date.now() - 1000;
    writeHistory(shop, { people, cards, orders: 25, from: until - 10 ** 9, until }, seededDice(40 + i));
    await untilQuiet(journey, shop.domain);
  }
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

const storefront = ({ shop }: LivelyShop): WindowShopper =>
  aWindowShopper(`${journey.sandbox.url()}/shops/${shop.domain}/`);

/** Everything kept of a shop, as it lies in the database. */
async function everythingOf({ shop }: LivelyShop): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const { name } of await journey.database.listCollections().toArray()) {
    const rows = await journey.database
      .collection(name)
      .find({ shop: shop.domain }, { sort: { _id: 1 } })
      .toArray();
    found[name] = rows;
  }
  return found;
}

/** The status that a merchant gets. */
async function statusFor(who: LivelyShop, method: string, path: string, body?: unknown): Promise<number> {
  const response = await fetch(`${journey.app.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${journey.sandbox.sessionToken(who.shop.domain)}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.status;
}

describe('Two shops with the same people, the same goods and the same programs', () => {
  it('each have their own standings, as their own books say', async () => {
    const { stores } = journey.storage;
    const told = await Promise.all([ours, theirs].map(({ shop }) => storedStandings(stores, shop.domain)));
    expect(told[0]).not.toEqual(told[1]);
    for (const [i, { shop }] of [ours, theirs].entries()) {
      expect(withoutJournal(told[i] ?? [])).toEqual(await standingsByTheBooks(stores, shop));
    }
    const homes = await Promise.all([ours, theirs].map(({ merchant }) => merchant.get<HomeView>('/api/home')));
    expect(homes[0]?.figures.revenue30Minor).not.toBe(homes[1]?.figures.revenue30Minor);
    expect(homes.map(({ figures }) => figures.customers)).toEqual([8, 8]);
  });

  it('find nothing of each other, whatever id they ask for', async () => {
    const person = await customerOf(theirs.merchant, 'person-0@example.test');
    const [program] = await theirs.merchant.get<readonly ProgramView[]>('/api/programs');
    const [series] = await theirs.merchant.get<readonly SeriesView[]>('/api/series');
    const [delivery] = (await theirs.merchant.get<InboxListView>('/api/inbox')).rows;
    const card = theirs.cards[0];
    const paths = [
      `/api/customers/${person.id}`,
      `/api/customers/${person.id}/purchases`,
      `/api/customers/${person.id}/cards`,
      `/api/customers/${person.id}/journal`,
      `/api/programs/${program?.id}`,
      `/api/cards/${card}`,
      `/api/inbox/${delivery?.id}`,
      `/ext/cards/${card}`,
    ];
    for (const path of paths) {
      expect([path, await statusFor(theirs, 'GET', path)]).toEqual([path, 200]);
      expect([path, await statusFor(ours, 'GET', path)]).toEqual([path, 404]);
    }
    const { cards } = await ours.merchant.get<{ cards: readonly unknown[] }>(`/api/cards?seriesId=${series?.id}&max=5`);
    expect(cards).toEqual([]);
    const found = await ours.merchant.get<CustomerListView>(`/api/customers?search=${card}`);
    expect(found.rows).toEqual([]);
  });

  it('change nothing of each other', async () => {
    const before = await everythingOf(theirs);
    const person = await customerOf(theirs.merchant, 'person-1@example.test');
    const [program] = await theirs.merchant.get<readonly ProgramView[]>('/api/programs');
    const [delivery] = (await theirs.merchant.get<InboxListView>('/api/inbox')).rows;
    const { id: ourPerson } = await customerOf(ours.merchant, 'person-1@example.test');
    const [card, ownCard] = [theirs.cards[1], ours.cards[1]];
    const tries: readonly (readonly [string, string, unknown])[] = [
      ['PUT', `/api/customers/${person.id}`, { revision: person.revision, details: person.details }],
      ['POST', `/api/customers/${person.id}/archive`, { archived: true }],
      ['POST', `/api/customers/${person.id}/level`, { programId: program?.id, discountBp: 5000, note: 'Mine now' }],
      ['POST', `/api/customers/${ourPerson}/level`, { programId: program?.id, discountBp: 5000, note: 'Mine now' }],
      ['POST', `/api/cards/${card}/link`, { customerId: ourPerson }],
      ['POST', `/api/cards/${ownCard}/replace`, { number: card, note: 'Theirs is nicer' }],
      ['POST', `/api/cards/${card}/block`, { blocked: true, note: 'No more' }],
      ['POST', `/api/programs/${program?.id}/end`, {}],
      ['POST', `/api/programs/${program?.id}/publish`, { effectiveAt: null }],
      ['POST', '/api/series', { programId: program?.id, name: 'Mine', count: 3, expiresAt: null }],
      ['POST', `/api/inbox/${delivery?.id}/replay`, {}],
      ['POST', `/ext/cards/${card}/hand-over`, { customer: person.details }],
    ];
    for (const [method, path, body] of tries) {
      expect([path, await statusFor(ours, method, path, body)]).toEqual([path, 404]);
    }
    await untilQuiet(journey, theirs.shop.domain);
    expect(await everythingOf(theirs)).toEqual(before);
  });

  it('give no discount for each other’s cards', async () => {
    const guest = storefront(ours);
    const type = (shopper: WindowShopper, number: string) =>
      shopper.post<TypedCardView>('apps/regulars/card', { number, session: 'tab' });
    const own = await type(guest, ours.cards[0] ?? '');
    expect(own.accepted).toBe(true);
    expect((await type(guest, theirs.cards[0] ?? '')).accepted).toBe(false);
    const statement = (await type(storefront(theirs), theirs.cards[0] ?? '')).statement;
    const variant = ours.shop.products()[3]?.variants[0];
    await guest.post('cart/add.js', { items: [{ id: variant?.id, quantity: 1 }] });
    const totalWith = async (text: string | null) =>
      (await guest.post<{ total_price: number }>('cart/update.js', { attributes: { _regulars: text } })).total_price;
    expect(await totalWith(own.statement)).toBeLessThan(variant?.priceMinor ?? 0);
    expect(await totalWith(statement)).toBe(variant?.priceMinor);
    const lines = [{ id: 'a', quantity: 1, amountMinor: 10_000, unitCostMinor: null, isGiftCard: false }];
    const form = { cardNumber: theirs.cards[0], shopifyCustomerId: null, lines };
    const quoted = await ours.merchant
      .post<{ totalMinor: number }>('/ext/quote', form)
      .catch(() => ({ totalMinor: 0 }));
    expect(quoted.totalMinor).toBe(0);
  });

  it('are told by webhooks of their own orders alone, even when one names the customer of the other', async () => {
    const before = await customerOf(theirs.merchant, 'person-2@example.test');
    const { delivery } = journey.sandbox;
    delivery.mode({ hold: true });
    theirs.shop.placeOrder({
      customerId: theirs.people[2] ?? 0,
      lines: [{ variantId: null, title: 'Goods', quantity: 1, unitMinor: 77_700 }],
    });
    const told = delivery.held().find(({ topic }) => topic === 'orders/create');
    delivery.mode({ hold: false });
    delivery.send(ours.shop.domain, 'orders/create', told?.body ?? '');
    await untilQuiet(journey, ours.shop.domain);
    const after = await theirs.merchant.get<CustomerView>(`/api/customers/${before.id}`);
    expect(after.figures).toEqual(before.figures);
    delivery.release();
    await untilQuiet(journey, theirs.shop.domain);
  });

  it('honour each other’s cards once they are in one club, and read the same of it', async () => {
    await ours.merchant.post('/api/club', { name: 'High street', guestPercent: '5' });
    const { code } = await ours.merchant.post<InvitedView>('/api/club/invitations', {});
    await theirs.merchant.post('/api/club/join', { code, guestPercent: '7' });
    const guest = storefront(ours);
    const number = theirs.cards[0];
    const scan = () => statusFor(ours, 'GET', `/ext/cards/${number}`);
    await eventually(scan, (status) => status === 200);
    const { statement, discountBp } = await guest.post<TypedCardView>('apps/regulars/card', {
      number,
      session: 'club',
    });
    expect(discountBp).toBe(500);
    const variant = ours.shop.products()[3]?.variants[0];
    const full = 2 * (variant?.priceMinor ?? 0);
    await guest.post('cart/add.js', { items: [{ id: variant?.id, quantity: 2 }] });
    const cart = { attributes: { _regulars: statement } };
    const { total_price: charged } = await guest.post<{ total_price: number }>('cart/update.js', cart);
    expect(full - charged).toBe(Math.round(full * 0.05));
    const form = { email: 'guest@example.test', way: 'pickup', payment: 'card', firstName: 'G', lastName: 'W' };
    await guest.send('checkout', { ...form, shown: String(charged) });
    await untilQuiet(journey, ours.shop.domain);
    const here = await ours.merchant.get<ClubAccountView>('/api/club/account');
    const there = await theirs.merchant.get<ClubAccountView>('/api/club/account');
    const sum = { purchases: 1, amountMinor: charged, discountMinor: full - charged };
    expect([here.rows[0]?.here, there.rows[0]?.there]).toEqual([sum, { ...sum, currency: 'EUR' }]);
    await ours.merchant.post('/api/club/leave', {});
  });

  it('do not notice when the other is forgotten', async () => {
    const before = await everythingOf(theirs);
    ours.shop.uninstall();
    await untilQuiet(journey, ours.shop.domain);
    ours.shop.requestRedactShop();
    await eventually(
      async () => Object.values(await everythingOf(ours)).flat(),
      ({ length }) => length === 0,
    );
    expect(await everythingOf(theirs)).toEqual(before);
  });
});
