import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import type {
  CardView,
  CustomerListView,
  CustomerView,
  HomeView,
  ImportView,
  JournalView,
  PurchaseListView,
} from '../../shared/contract/api.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import type { TypedCardView } from '../../shared/contract/till.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { generatePast } from '../sandbox/seed/generate-past.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { entitlementAt, wrongAtCheckout } from '../support/journey/checkout.ts';
import { byCard } from '../support/journey/drafts.ts';
import { customerOf } from '../support/journey/lively-shop.ts';
import { emit, imported, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper, type WindowShopper } from '../support/journey/window-shopper.ts';
import { eventually, type Merchant } from '../support/merchant.ts';

const SHOP = 'corner.myshopify.com';
const ADA = 'ada@example.test';
const DAY_MS = 86_400_000;

type Cart = {
  readonly total_price: number;
  readonly items: readonly {
    readonly variant_id: number;
    readonly final_line_price: number;
    readonly line_level_discount_allocations: readonly { readonly discount_application: { readonly title: string } }[];
  }[];
};

let journey: Journey;
let shop: ShopWorld;
let merchant: Merchant;
let guest: WindowShopper;
let program: ProgramView;
let cards: readonly string[];
let ada = 0;
let pot = 0;
let cup = 0;
beforeAll(async () => {
  await buildFunction();
  journey = await startJourney();
  shop = journey.sandbox.addShop({ domain: SHOP, installed: false });
  merchant = journey.merchant(SHOP);
  guest = aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
  pot = shop.addProduct({ title: 'Pot', variants: [{ priceMinor: 4550 }] }).variants[0]?.id ?? 0;
  cup = shop.addProduct({ title: 'Cup', variants: [{ priceMinor: 1999 }] }).variants[0]?.id ?? 0;
  generatePast(shop, { customers: 25, orders: 60, days: 200, until: Date.now() - DAY_MS }, seededDice(3));
  ada = shop.createCustomer({ firstName: 'Ada', lastName: 'Holder', email: ADA }).id;
  shop.placeOrder({ customerId: ada, lines: [custom(10_000)], at: Date.now() - 2 * DAY_MS });
  shop.install();
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

const custom = (unitMinor: number) => ({ variantId: null, title: 'Goods', quantity: 1, unitMinor });
const quiet = () => untilQuiet(journey, SHOP);
const adasPage = () => customerOf(merchant, ADA);
const newestEntry = async ({ id }: CustomerView) =>
  (await merchant.get<JournalView>(`/api/customers/${id}/journal`)).entries[0];
/** What Ada's page says of her level: total, name, percent. */
const standing = async () => {
  const view = (await adasPage()).standings.find(({ programName }) => programName === byCard.name);
  return [view?.standing.spentMinor, view?.levelName, view?.standing.discountBp];
};
const lastOrder = () => shop.orders().at(-1);
const isRight = async () => {
  const { stores } = journey.storage;
  expect(withoutJournal(await storedStandings(stores, SHOP))).toEqual(await standingsByTheBooks(stores, shop));
  expect(await wrongAtCheckout(stores, shop)).toEqual([]);
};

describe('A shop from its first day with us', () => {
  it('is installed when the merchant first opens the app, and its past is read while they look on', async () => {
    expect(await merchant.get('/api/shop')).toMatchObject({ shop: SHOP, currency: 'EUR', timeZone: 'Europe/Berlin' });
    const first = await merchant.get<readonly ImportView[]>('/api/imports');
    expect(first.map(({ kind }) => kind)).toEqual(['customers', 'orders', 'costs']);
    const imports = await imported(merchant);
    expect(imports).toMatchObject([
      { kind: 'customers', state: 'done', done: 26, total: 26 },
      { kind: 'orders', state: 'done', done: 61, total: 61 },
      { kind: 'costs', state: 'done', done: 2, total: 2 },
    ]);
    await quiet();
    const { rows } = await merchant.get<CustomerListView>('/api/customers?max=100');
    expect(rows).toHaveLength(26);
    expect((await adasPage()).figures).toMatchObject({ spentMinor: 10_000, purchases: 1 });
    expect(shop.discounts().map(({ title }) => title)).toEqual(['Regulars']);
  }, 60_000);

  it('publishes a program, emits a series of cards and puts one into the hands of a good customer', async () => {
    program = await publish(merchant, byCard);
    expect(program).toMatchObject({ state: 'published', lastVersion: 1 });
    await quiet();
    expect((await adasPage()).dueCard).toEqual([{ programId: program.id, programName: byCard.name }]);
    cards = await emit(merchant, program.id, 20);
    expect(new Set(cards).size).toBe(20);
    const card = await merchant.post<CardView>(`/api/cards/${cards[0]}/link`, { customerId: (await adasPage()).id });
    expect(card).toMatchObject({ state: 'issued', customerName: 'Ada Holder' });
    await quiet();
    expect(await standing()).toEqual([10_000, 'Holder', 500]);
    expect((await newestEntry(await adasPage()))?.cause).toEqual({ kind: 'card_linked', number: cards[0] });
    expect((await adasPage()).dueCard).toEqual([]);
    expect(entitlementAt(shop, ada)?.claims).toEqual([{ programId: program.id, discountBp: 500 }]);
  }, 60_000);
});

describe('A shopper who is not logged in', () => {
  const cart = () => guest.get<Cart>('cart.js');
  const type = (number: string) => guest.post<TypedCardView>('apps/regulars/card', { number, session: 'tab-1' });
  const takeStatement = (statement: string | null) =>
    guest.post<Cart>('cart/update.js', { attributes: { _regulars: statement } });
  const prices = ({ items }: Cart) => items.map(({ final_line_price }) => final_line_price);

  it('types the card number, and sees the prices of the lines change and why', async () => {
    await guest.post('cart/add.js', {
      items: [
        { id: pot, quantity: 2 },
        { id: cup, quantity: 1 },
      ],
    });
    expect(prices(await cart())).toEqual([9100, 1999]);
    for (const wrong of ['2000000000008', 'no number', cards[1] ?? '']) {
      expect(await type(wrong)).toEqual({ accepted: false, statement: null, discountBp: null });
    }
    const typed = await type(cards[0] ?? '');
    expect(typed).toMatchObject({ accepted: true, discountBp: 500 });
    const changed = await takeStatement(typed.statement);
    // 5 % of 91.00 are 4.55; 5 % of 19.99 are 0.9995, which is one whole cent more than 0.99.
    expect(prices(changed)).toEqual([8645, 1899]);
    const titles = changed.items.flatMap((item) => item.line_level_discount_allocations);
    expect(titles.map(({ discount_application }) => discount_application.title)).toEqual([
      'Your discount: 5 %',
      'Your discount: 5 %',
    ]);
    const forged = `${typed.statement?.slice(0, -1)}${typed.statement?.endsWith('0') ? '1' : '0'}`;
    expect(prices(await takeStatement(forged))).toEqual([9100, 1999]);
    await takeStatement(typed.statement);
  }, 30_000);

  it('pays, and the purchase stands on the page of whose card it was: total, level, and the reason', async () => {
    await pay('somebody@example.test');
    await quiet();
    const order = lastOrder();
    expect(order?.customerId).toBeNull();
    const page = await adasPage();
    const { purchases } = await merchant.get<PurchaseListView>(`/api/customers/${page.id}/purchases`);
    expect(purchases[0]).toMatchObject({
      name: order?.name,
      cardNumber: cards[0],
      channel: 'web',
      amountMinor: 10_544,
      discountMinor: 555,
    });
    expect(page.figures).toMatchObject({ spentMinor: 20_544, purchases: 2 });
    expect(await standing()).toEqual([20_544, 'Holder', 500]);
    const entry = await newestEntry(page);
    expect(entry?.cause).toMatchObject({ kind: 'order', name: order?.name });
    expect(entry?.changes).toContainEqual({ kind: 'spent', programId: program.id, before: 10_000, after: 20_544 });
    const { figures } = await merchant.get<HomeView>('/api/home');
    expect(figures.discount30Minor).toBe(555);
    await isRight();
  }, 30_000);

  it('reaches the next level with the next order, which checkout learns at once', async () => {
    await guest.post('cart/add.js', { items: [{ id: pot, quantity: 3 }] });
    await takeStatement((await type(cards[0] ?? '')).statement);
    // Still at 5 %: a purchase never gives the discount of itself. 136.50 less 6.83.
    expect((await cart()).total_price).toBe(12_967);
    await pay('somebody@example.test');
    await quiet();
    expect(await standing()).toEqual([33_511, 'Regular', 1000]);
    expect(entitlementAt(shop, ada)?.claims).toEqual([{ programId: program.id, discountBp: 1000 }]);
    await isRight();
  }, 30_000);

  /** From the cart to the paid order, as the checkout page asks for it. */
  async function pay(email: string): Promise<void> {
    const shown = String((await cart()).total_price);
    const page = await guest.send('checkout', {
      email,
      way: 'pickup',
      payment: 'card',
      firstName: 'G',
      lastName: 'W',
      shown,
    });
    expect(page).toContain(lastOrder()?.name);
  }
});

describe('A shopper who is logged in', () => {
  it('is given the discount by checkout itself, without a card number', async () => {
    const home = aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
    await home.post('cart/add.js', { items: [{ id: cup, quantity: 5 }] });
    expect((await home.get<Cart>('cart.js')).total_price).toBe(9995);
    await home.send('account', { customer: String(ada) });
    // 10 % of 99.95 are 9.995, rounded half up.
    expect((await home.get<Cart>('cart.js')).total_price).toBe(8995);
  }, 30_000);
});

describe('Goods that come back', () => {
  it('take their amount from the total, the level follows, and the journal says why', async () => {
    const order = lastOrder();
    const line = order?.lines[0];
    shop.refund(order?.id ?? 0, { lines: [{ lineId: line?.id ?? 0, quantity: 1 }] });
    await quiet();
    // 129.67 spread over three pots are 43.23, 43.22 and 43.22; the last one leaves.
    expect(await standing()).toEqual([29_189, 'Holder', 500]);
    const entry = await newestEntry(await adasPage());
    expect(entry?.cause).toMatchObject({ kind: 'refund', orderId: String(order?.id) });
    const { purchases } = await merchant.get<PurchaseListView>(`/api/customers/${(await adasPage()).id}/purchases`);
    expect(purchases.flatMap((one) => one.refunds)).toMatchObject([{ amountMinor: 4322, goodwillMinor: 0 }]);
    const changes = entry?.changes.filter(({ programId }) => programId === program.id) ?? [];
    expect(changes).toContainEqual({ kind: 'level', programId: program.id, before: 1, after: 0 });
    expect(changes).toContainEqual({ kind: 'discount', programId: program.id, before: 1000, after: 500 });
    expect(entitlementAt(shop, ada)?.claims).toEqual([{ programId: program.id, discountBp: 500 }]);
    await isRight();
  }, 30_000);
});

describe('The till', () => {
  const till = () => aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/till`);

  it('quotes the card that was scanned, and the sale counts with its discount', async () => {
    const cashier = till();
    await cashier.send('/add', { variant: String(pot) });
    const page = await cashier.send('/scan', { number: cards[0] ?? '' });
    expect(page).toContain('Ada Holder');
    expect(page).toContain('€43.22');
    await cashier.send('/pay', {});
    await quiet();
    const { purchases } = await merchant.get<PurchaseListView>(`/api/customers/${(await adasPage()).id}/purchases`);
    expect(purchases[0]).toMatchObject({
      channel: 'till',
      cardNumber: cards[0],
      amountMinor: 4322,
      discountMinor: 228,
    });
    expect((await standing())[0]).toBe(33_511);
    await isRight();
  }, 30_000);

  it('hands a blank card over to somebody who has neither an e-mail nor an account', async () => {
    const cashier = till();
    await cashier.send('/add', { variant: String(cup) });
    expect(await cashier.send('/scan', { number: cards[2] ?? '' })).toContain('A blank card');
    const page = await cashier.send('/hand-over', { firstName: 'Tilda', surname: 'Walkin' });
    expect(page).toContain('is handed over to Tilda Walkin');
    await cashier.send('/pay', {});
    await quiet();
    const { rows } = await merchant.get<CustomerListView>('/api/customers?search=walkin');
    expect(rows).toMatchObject([
      { name: 'Tilda Walkin', email: null, cards: [cards[2]], spentMinor: 1999, purchases: 1 },
    ]);
    await isRight();
  }, 30_000);

  it('says who has earned a card, and hands that over too', async () => {
    const buyer = shop.createCustomer({ firstName: 'Dora', lastName: 'Due', email: 'dora@example.test' });
    await quiet();
    const cashier = till();
    await cashier.send('/find-customer', { q: 'Due' });
    await cashier.send('/add', { variant: String(pot) });
    expect(await cashier.send('/add', { variant: String(pot) })).toContain('earns the card of');
    await cashier.send('/pay', {});
    await eventually(
      () => cashier.get<{ due: boolean | null }>('/due'),
      ({ due }) => due === true,
    );
    const attention = (await merchant.get<HomeView>('/api/home')).attention;
    expect(attention.find(({ kind }) => kind === 'cards_due')).toBeDefined();
    expect(await cashier.send('/link', { number: cards[3] ?? '' })).toContain('is handed over to Dora Due');
    await quiet();
    const page = await customerOf(merchant, 'dora@example.test');
    expect(page.dueCard).toEqual([]);
    expect(page.standings.map(({ levelName }) => levelName)).toEqual(['Holder']);
    expect(entitlementAt(shop, buyer.id)?.claims).toEqual([{ programId: program.id, discountBp: 500 }]);
    await isRight();
  }, 30_000);
});

describe('All that time', () => {
  it('Shopify was asked nothing it would not understand, and nothing failed', async () => {
    expect(journey.sandbox.complaints).toEqual([]);
    const { failed, refused } = await journey.storage.stores.inbox.counts(SHOP as ShopId);
    expect([failed, refused]).toEqual([0, 0]);
    expect(journey.app.output()).toBe('');
  });
});
