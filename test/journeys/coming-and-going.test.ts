import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { storedPrivacyFiles } from '../../server/storage/privacy-file/privacy-file.schema.ts';
import type { CardView, CustomerListView } from '../../shared/contract/api.ts';
import type { InboxListView } from '../../shared/contract/inbox.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import type { TypedCardView } from '../../shared/contract/till.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { gid } from '../sandbox/world/gid.ts';
import { entitlementAt, wrongAtCheckout } from '../support/journey/checkout.ts';
import { byCard } from '../support/journey/drafts.ts';
import { aLivelyShop, customerOf, type LivelyShop } from '../support/journey/lively-shop.ts';
import { imported } from '../support/journey/open-shop.ts';
import { letJobRun, untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper } from '../support/journey/window-shopper.ts';
import { eventually } from '../support/merchant.ts';

let journey: Journey;
beforeAll(async () => {
  await buildFunction();
  journey = await startJourney();
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

const custom = (unitMinor: number) => ({ variantId: null, title: 'Goods', quantity: 1, unitMinor });

/** Every document of a shop in the whole database, by collection. */
async function everythingOf(shop: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { name } of await journey.database.listCollections().toArray()) {
    const rows = await journey.database.collection(name).find({ shop }).toArray();
    if (rows.length > 0) found.set(name, JSON.stringify(rows));
  }
  return found;
}

/** Where in the database somebody is still named. */
async function tracesOf(shop: string, words: readonly string[]): Promise<readonly string[]> {
  const all = await everythingOf(shop);
  return [...all].flatMap(([name, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
  );
}

describe('A shopper who asks what is known of them', () => {
  it('gets a file with everything, and one who asks to be forgotten is', async () => {
    const { shop, people, cards, merchant } = await aLivelyShop(journey, 'private.myshopify.com');
    const [first = 0, second = 0] = people;
    for (const customerId of [first, second]) {
      shop.placeOrder({
        customerId,
        email: `person-${people.indexOf(customerId)}@example.test`,
        lines: [custom(20_000)],
      });
    }
    shop.placeOrder({
      customerId: second,
      sourceName: 'pos',
      noteAttributes: [{ name: 'regulars_card', value: cards[0] ?? '' }],
      lines: [custom(9000)],
    });
    await untilQuiet(journey, shop.domain);
    expect(entitlementAt(shop, first)?.claims.length).toBeGreaterThan(0);
    shop.requestData(first);
    await untilQuiet(journey, shop.domain);
    const id = shop.domain as ShopId;
    const files = await journey.storage.privacyFiles.list(id);
    expect(files).toHaveLength(1);
    const file = (await journey.storage.privacyFiles.read(id, files[0]?.requestId ?? '')) ?? '';
    for (const known of [
      'person-0@example.test',
      'No. 0',
      cards[0] ?? '',
      shop.ordersOf(first)[0]?.name ?? '',
      'card_linked',
    ]) {
      expect(file).toContain(known);
    }
    expect(file).not.toContain('person-1@example.test');
    // At rest nobody reads it without the key.
    expect((await everythingOf(shop.domain)).get(storedPrivacyFiles.name)).not.toContain('person-0');

    const others = await customerOf(merchant, 'person-1@example.test');
    shop.requestRedactCustomer(first);
    await untilQuiet(journey, shop.domain);
    expect(await tracesOf(shop.domain, ['person-0@example.test', 'No. 0"', String(first)])).toEqual([]);
    expect(shop.metafield(gid('Customer', first), '$app', 'loyalty')).toBeNull();
    expect((await merchant.get<CustomerListView>('/api/customers?search=person-0')).rows).toEqual([]);
    expect((await merchant.get<CardView>(`/api/cards/${cards[0]}`)).state).toBe('blocked');
    expect(await customerOf(merchant, 'person-1@example.test')).toEqual(others);
    expect(await wrongAtCheckout(journey.storage.stores, shop)).toEqual([]);
    // Told again, what was forgotten stays forgotten.
    shop.touchOrder(shop.ordersOf(first)[0]?.id ?? 0, { customerId: null });
    await untilQuiet(journey, shop.domain);
    expect(await tracesOf(shop.domain, ['No. 0"', String(first)])).toEqual([]);
  }, 60_000);
});

describe('A merchant who leaves', () => {
  let lively: LivelyShop;
  beforeAll(async () => {
    lively = await aLivelyShop(journey, 'restless.myshopify.com');
    for (const customerId of lively.people.slice(0, 3)) lively.shop.placeOrder({ customerId, lines: [custom(20_000)] });
    await untilQuiet(journey, lively.shop.domain);
  }, 60_000);

  it('takes the tokens away, and comes back to everything as it was, and to what happened meanwhile', async () => {
    const { shop, merchant, people } = lively;
    const id = shop.domain as ShopId;
    const { stores } = journey.storage;
    const before = await stores.shops.find(id);
    shop.uninstall();
    await journey.sandbox.delivery.settled();
    await untilQuiet(journey, shop.domain);
    expect(await stores.shops.find(id)).toMatchObject({ state: 'uninstalled', discountNodeId: null });
    expect(await stores.sessions.load(id)).toBeNull();
    // Nobody tells us of this one.
    shop.placeOrder({ customerId: people[4] ?? 0, lines: [custom(30_000)] });
    shop.install();
    await merchant.get('/api/shop');
    await imported(merchant);
    await untilQuiet(journey, shop.domain);
    await letJobRun(journey, 'reconcile-orders');
    await untilQuiet(journey, shop.domain);
    expect(await stores.shops.find(id)).toMatchObject({
      state: 'installed',
      cardPrefix: before?.cardPrefix,
      entitlementKeys: before?.entitlementKeys,
      settings: before?.settings,
    });
    expect(shop.discounts()).toHaveLength(1);
    const told = withoutJournal(await storedStandings(stores, shop.domain));
    expect(told).toEqual(await standingsByTheBooks(stores, shop));
    expect((await customerOf(merchant, 'person-4@example.test')).figures.spentMinor).toBe(30_000);
    expect(await wrongAtCheckout(stores, shop)).toEqual([]);
  }, 60_000);

  it('is answered in words when a window of the app is still open', async () => {
    const { shop, merchant } = lively;
    shop.uninstall();
    await untilQuiet(journey, shop.domain);
    await expect(merchant.get('/api/home')).rejects.toThrow(/answered 4\d\d/);
  }, 30_000);

  it('and has stayed away is forgotten as a shop, down to the last row; a shop that is there is not', async () => {
    const { shop } = lively;
    shop.requestRedactShop();
    // The request itself is forgotten on the way, so nothing waits while the rest still goes; the shop is last.
    const known = () => journey.storage.stores.shops.find(shop.domain as ShopId);
    await eventually(known, (found) => found === null);
    await untilQuiet(journey, shop.domain);
    expect([...(await everythingOf(shop.domain)).keys()]).toEqual([]);
    const living = await aLivelyShop(journey, 'living.myshopify.com');
    const before = await everythingOf(living.shop.domain);
    living.shop.requestRedactShop();
    await untilQuiet(journey, living.shop.domain);
    const after = await everythingOf(living.shop.domain);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const { rows } = await living.merchant.get<InboxListView>('/api/inbox?states=skipped');
    expect(rows.map(({ topic, outcome }) => [topic, outcome])).toContainEqual(['shop/redact', 'installed_again']);
  }, 60_000);
});

describe('A new signing key', () => {
  it('leaves carts that are already open their discount, and the one after it does not', async () => {
    const { shop, merchant, cards, people } = await aLivelyShop(journey, 'keys.myshopify.com');
    const cup = shop.addProduct({ title: 'Cup', variants: [{ priceMinor: 10_000 }] }).variants[0]?.id ?? 0;
    shop.placeOrder({ customerId: people[0] ?? 0, lines: [custom(20_000)] });
    await untilQuiet(journey, shop.domain);
    const programs = await merchant.get<readonly ProgramView[]>('/api/programs');
    expect(programs.map(({ name }) => name)).toContain(byCard.name);
    const guest = aWindowShopper(`${journey.sandbox.url()}/shops/${shop.domain}/`);
    const total = async () => (await guest.get<{ total_price: number }>('cart.js')).total_price;
    const type = async () => {
      const typed = await guest.post<TypedCardView>('apps/regulars/card', { number: cards[0], session: 'tab' });
      await guest.post('cart/update.js', { attributes: { _regulars: typed.statement } });
    };
    await guest.post('cart/add.js', { items: [{ id: cup, quantity: 1 }] });
    await type();
    expect(await total()).toBe(9500);
    await merchant.post('/api/settings/rotate-key', {});
    expect(await total()).toBe(9500);
    await merchant.post('/api/settings/rotate-key', {});
    expect(await total()).toBe(10_000);
    await type();
    expect(await total()).toBe(9500);
  }, 60_000);
});
