import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CustomerListView } from '../../shared/contract/api.ts';
import type { InboxListView, InboxRowView, InboxView } from '../../shared/contract/inbox.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import { BODY_BYTES_MAX } from '../../webhooks/router.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { type Knock, knockAt } from '../support/journey/door.ts';
import { forEverybody } from '../support/journey/drafts.ts';
import { customerOf } from '../support/journey/lively-shop.ts';
import { imported, type OpenShop, openShop, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import type { Merchant } from '../support/merchant.ts';

const SHOP = 'strange.myshopify.com';
const BUYER = 'buyer@example.test';

let journey: Journey;
let pid = 0;
let opened: OpenShop;
let buyer = 0;
let knock: Knock;
const statuses: number[] = [];
beforeAll(async () => {
  journey = await startJourney({ env: { LOG_LEVEL: 'error' } });
  pid = journey.app.pid();
  opened = await openShop(journey, { domain: SHOP }, (shop) => {
    buyer = shop.createCustomer({ firstName: 'Bo', lastName: 'Buyer', email: BUYER }).id;
  });
  await publish(opened.merchant, forEverybody);
  await untilQuiet(journey, SHOP);
  knock = knockAt(journey, SHOP, statuses);
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

type Body = Record<string, unknown> & { line_items: Record<string, unknown>[] };

/** What Shopify would say of a paid order of 2 × 30.00, as text to be spoilt; nobody is told of it. */
function anOrderBody(spoil: (order: Body) => unknown = (order) => order): string {
  const { delivery } = journey.sandbox;
  delivery.mode({ hold: true, lose: 1 });
  const line = { variantId: null, title: 'Goods', quantity: 2, unitMinor: 3000 };
  opened.shop.placeOrder({ customerId: buyer, lines: [line] });
  const told = delivery.held().findLast(({ topic }) => topic === 'orders/updated');
  delivery.release();
  delivery.calm();
  return JSON.stringify(spoil(JSON.parse(told?.body ?? '') as Body));
}

const priced = (amount: unknown, code: unknown = 'EUR') =>
  anOrderBody((order) => ({
    ...order,
    line_items: order.line_items.map((line) => ({
      ...line,
      price_set: { shop_money: { amount, currency_code: code } },
    })),
  }));

const rowOf = async (merchant: Merchant, webhookId: string): Promise<InboxRowView | undefined> =>
  (await merchant.get<InboxListView>('/api/inbox?max=100')).rows.find((row) => row.webhookId === webhookId);

/** Delivers and waits until it was acted upon; answers what the merchant's developer sees of it. */
async function delivered(topic: string, body: string | Uint8Array): Promise<InboxView> {
  const { status, webhookId } = await knock(topic, body);
  expect(status).toBe(200);
  await untilQuiet(journey, SHOP);
  const row = await rowOf(opened.merchant, webhookId);
  return opened.merchant.get<InboxView>(`/api/inbox/${row?.id}`);
}

describe('A webhook that nobody can read', () => {
  const spoilt: readonly (readonly [what: string, body: () => string | Uint8Array, path: string, says: string])[] = [
    ['is cut off in the middle', () => anOrderBody().slice(0, 300), '', 'this is not JSON'],
    ['is no text at all', () => new Uint8Array([0xff, 0xfe, 0x00, 0x80]), '', 'this is not UTF-8'],
    ['is empty', () => '', '', 'this is not JSON'],
    ['is a list', () => '[]', '', 'expected object'],
    ['has no lines', () => anOrderBody(({ line_items: _, ...order }) => order), 'line_items', 'expected array'],
    [
      'has text for lines',
      () => anOrderBody((o) => ({ ...o, line_items: 'two loaves' })),
      'line_items',
      'expected array',
    ],
    ['has an id that is none', () => anOrderBody((o) => ({ ...o, id: { no: 1 } })), 'id', 'not an id'],
    [
      'has a day for an instant',
      () => anOrderBody((o) => ({ ...o, updated_at: '2026-11-25' })),
      'updated_at',
      'instant',
    ],
    [
      'has a currency nobody knows',
      () => anOrderBody((o) => ({ ...o, currency: 'XQQ' })),
      'currency',
      'unknown currency',
    ],
    ['has a price below zero', () => priced('-30.00'), 'line_items.0.price_set.shop_money.amount', 'below zero'],
    ['has a tenth of a cent', () => priced('30.001'), 'line_items.0.price_set.shop_money.amount', '2 decimals'],
    ['has a price that is a word', () => priced('free'), 'line_items.0.price_set.shop_money.amount', 'not a decimal'],
    ['has a price without end', () => priced('9'.repeat(18)), 'line_items.0.price_set.shop_money.amount', 'too large'],
    [
      'has a price in money of another shop',
      () => priced('30.00', 'USD'),
      'line_items.0.price_set',
      "order's currency",
    ],
    ['has less than no goods', () => anOrderBody(withQuantity(-1)), 'line_items.0.quantity', '>=0'],
    ['has half a loaf', () => anOrderBody(withQuantity(0.5)), 'line_items.0.quantity', 'int'],
  ];

  it.each(spoilt)(
    'because it %s, is kept, shown with what is wrong, and can be replayed',
    async (_what, body, path, says) => {
      const sent = body();
      const kept = await delivered('orders/updated', sent);
      expect(kept.state).toBe('refused');
      expect(kept.faults.some((fault) => fault.path.startsWith(path) && whyOf(fault).includes(says))).toBe(true);
      if (typeof sent === 'string') expect(kept.body).toBe(sent);
      await opened.merchant.post(`/api/inbox/${kept.id}/replay`, {});
      await untilQuiet(journey, SHOP);
      const again = await opened.merchant.get<InboxView>(`/api/inbox/${kept.id}`);
      expect([again.state, again.faults, again.body]).toEqual([kept.state, kept.faults, kept.body]);
    },
    30_000,
  );

  it('counts for nobody until it is mended, and then once', async () => {
    const spentBefore = await spent();
    const body = anOrderBody();
    const refused = await delivered('orders/updated', body.replace('"amount":"30.00"', '"amount":"30.001"'));
    expect(refused.state).toBe('refused');
    expect(await spent()).toBe(spentBefore);
    expect((await delivered('orders/updated', body)).state).toBe('done');
    expect(await spent()).toBe(spentBefore + 6000);
  }, 30_000);

  it('is told to the merchant on the first page', async () => {
    const { attention } = await opened.merchant.get<{ attention: { kind: string; count?: number }[] }>('/api/home');
    expect(attention.find(({ kind }) => kind === 'refused_webhooks')?.count).toBeGreaterThan(10);
  });
});

const withQuantity = (quantity: number) => (order: Body) => ({
  ...order,
  line_items: order.line_items.map((line) => ({ ...line, quantity })),
});

const spent = async (): Promise<number> => (await customerOf(opened.merchant, BUYER)).figures.spentMinor;

describe('The door', () => {
  it('takes ten megabytes and not a byte more', async () => {
    const body = anOrderBody();
    const spentBefore = await spent();
    const padded = (bytes: number) => body.replace(/}$/, `,"padding":"${'x'.repeat(bytes - body.length - 13)}"}`);
    const largest = padded(BODY_BYTES_MAX);
    expect(largest.length).toBe(BODY_BYTES_MAX);
    expect((await delivered('orders/updated', largest)).state).toBe('done');
    expect(await spent()).toBe(spentBefore + 6000);
    expect((await knock('orders/updated', padded(BODY_BYTES_MAX + 1))).status).toBe(413);
    const noise = new Uint8Array(BODY_BYTES_MAX).fill(0xc3);
    expect((await delivered('orders/updated', noise)).state).toBe('refused');
  }, 60_000);

  it('turns away who cannot prove to be Shopify, and keeps nothing of theirs', async () => {
    const before = await opened.merchant.get<InboxListView>('/api/inbox');
    const body = anOrderBody();
    const wrong = [null, '', 'AAAA', 'no base64 at all', 'A'.repeat(5000)];
    for (const signature of wrong) {
      expect((await knock('orders/paid', body, { 'x-shopify-hmac-sha256': signature })).status).toBe(401);
    }
    const others = await knockAt(journey, 'other.myshopify.com', statuses)('orders/paid', body, {
      'x-shopify-hmac-sha256': 'kZx3ZbWzZ4bJd1c1mJ0k1yqv0b3uQm1k4zWq8Rz7zZM=',
    });
    expect(others.status).toBe(401);
    expect((await opened.merchant.get<InboxListView>('/api/inbox')).counts).toEqual(before.counts);
  });

  it.each(['x-shopify-topic', 'x-shopify-shop-domain', 'x-shopify-webhook-id', 'x-shopify-api-version'])(
    'says what is missing when a delivery has no %s',
    async (name) => {
      expect((await knock('orders/paid', '{}', { [name]: null })).status).toBe(400);
      expect((await knock('orders/paid', '{}', { [name]: 'no such thing' })).status).toBe(400);
    },
  );

  it('files a topic it was never told of, and says so', async () => {
    expect(await delivered('markets/update', '{"id":1}')).toMatchObject({ state: 'skipped', outcome: 'unknown_topic' });
  });

  it('keeps what comes before the merchant has opened the app, to be replayed afterwards', async () => {
    const early = journey.sandbox.addShop({ domain: 'early.myshopify.com', installed: false });
    const customerId = early.createCustomer({ email: BUYER, firstName: 'Early', lastName: 'Bird' }).id;
    early.install();
    early.placeOrder({ customerId, lines: [{ variantId: null, title: 'Goods', quantity: 1, unitMinor: 5000 }] });
    await untilQuiet(journey, early.domain);
    const merchant = journey.merchant(early.domain);
    await merchant.get('/api/shop');
    const { rows } = await merchant.get<InboxListView>('/api/inbox?states=skipped');
    expect(rows.map(({ outcome }) => outcome)).toContain('unknown_shop');
    for (const { id } of rows) await merchant.post(`/api/inbox/${id}/replay`, {});
    await imported(merchant);
    await untilQuiet(journey, early.domain);
    expect((await merchant.get<InboxListView>('/api/inbox?states=skipped')).rows).toEqual([]);
    expect((await customerOf(merchant, BUYER)).figures.spentMinor).toBe(5000);
  }, 30_000);
});

describe('An order out of the ordinary', () => {
  /** A shop in another currency or with other taxes, with one customer who buys what the test says. */
  async function aShop(domain: string, change: object, buy: (shop: ShopWorld, customerId: number) => void) {
    const { shop, merchant } = await openShop(journey, { domain, ...change });
    await publish(merchant, forEverybody);
    const customerId = shop.createCustomer({ email: BUYER, firstName: 'Bo', lastName: 'Buyer' }).id;
    buy(shop, customerId);
    await untilQuiet(journey, domain);
    const { failed, refused } = (await merchant.get<InboxListView>('/api/inbox')).counts;
    expect([failed, refused]).toEqual([0, 0]);
    const { stores } = journey.storage;
    expect(withoutJournal(await storedStandings(stores, domain))).toEqual(await standingsByTheBooks(stores, shop));
    return { shop, merchant };
  }
  const custom = (unitMinor: number, quantity = 1) => ({ variantId: null, title: 'Goods', quantity, unitMinor });
  const spentIn = async (merchant: Merchant) => (await customerOf(merchant, BUYER)).figures.spentMinor;

  it('of a shop that counts in yen, without a fraction', async () => {
    const { merchant } = await aShop('yen.myshopify.com', { currency: 'JPY', country: 'JP' }, (shop, customerId) => {
      const { id, lines } = shop.placeOrder({ customerId, lines: [custom(1999, 3)] });
      shop.refund(id, { lines: [{ lineId: lines[0]?.id ?? 0, quantity: 1 }] });
    });
    expect(await spentIn(merchant)).toBe(3998);
  }, 30_000);

  it('of a shop that counts in dinars, with three decimals', async () => {
    const { merchant } = await aShop('dinar.myshopify.com', { currency: 'KWD', country: 'KW' }, (shop, customerId) => {
      const { id } = shop.placeOrder({ customerId, lines: [custom(12_345), custom(1)] });
      shop.refund(id, { goodwillMinor: 5 });
    });
    expect(await spentIn(merchant)).toBe(12_341);
  }, 30_000);

  it('paid in another currency than the shop counts in', async () => {
    const rates = { presentmentCurrencies: [{ code: 'JPY', rate: '163.7' }] };
    // 3333 yen are 20.36, of which one was returned and 100 yen more were given back, which are 0.61.
    const { merchant } = await aShop('abroad.myshopify.com', rates, (at, customerId) => {
      const bought = [{ ...custom(3333), quantity: 2 }];
      const { id, lines } = at.placeOrder({ customerId, presentmentCurrency: 'JPY', lines: bought });
      at.refund(id, { lines: [{ lineId: lines[0]?.id ?? 0, quantity: 1 }], goodwillMinor: 100 });
    });
    expect(await spentIn(merchant)).toBe(2036 - 61);
  }, 30_000);

  it('with taxes on top counts without them, and with taxes inside counts with them', async () => {
    const { merchant } = await aShop('ontop.myshopify.com', { taxesIncluded: false }, (shop, customerId) => {
      shop.placeOrder({ customerId, lines: [custom(10_000)] });
    });
    expect(await spentIn(merchant)).toBe(10_000);
    const inside = await aShop('inside.myshopify.com', { taxesIncluded: true }, (shop, customerId) => {
      shop.placeOrder({ customerId, lines: [custom(11_900)] });
    });
    expect(await spentIn(inside.merchant)).toBe(11_900);
  }, 30_000);

  it('without a customer is kept as a purchase of nobody', async () => {
    const { merchant } = await aShop('walkin.myshopify.com', {}, (shop) => {
      shop.placeOrder({ customerId: null, sourceName: 'pos', lines: [custom(4200)] });
    });
    expect(await spentIn(merchant)).toBe(0);
    const { figures } = await merchant.get<{ figures: { purchases30: number; revenue30Minor: number } }>('/api/home');
    expect(figures).toMatchObject({ purchases30: 1, revenue30Minor: 4200 });
  }, 30_000);

  it('with a line of nothing, or of something that is no product any more, counts what is left', async () => {
    const before = await spent();
    const strange = anOrderBody((order) => ({
      ...order,
      line_items: [
        { ...order.line_items[0], id: 71, product_id: null, variant_id: null },
        { ...order.line_items[0], id: 72, quantity: 0, current_quantity: 0 },
      ],
    }));
    expect((await delivered('orders/updated', strange)).state).toBe('done');
    expect(await spent()).toBe(before + 6000);
  });
});

describe('After all of that', () => {
  it('nothing was answered with a fault of ours, and the app never stopped', async () => {
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.length).toBeGreaterThan(30);
    expect(journey.app.pid()).toBe(pid);
    expect((await fetch(`${journey.app.url}/readyz`)).status).toBe(200);
    expect((await opened.merchant.get<CustomerListView>('/api/customers')).rows.length).toBeGreaterThan(0);
    expect(journey.app.output()).toBe('');
  });
});

const whyOf = ({ facts }: Fault): string => (facts !== undefined && 'why' in facts ? facts.why : '');
