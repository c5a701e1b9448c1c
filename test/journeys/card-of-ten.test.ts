import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunctions } from '../../extension/build-functions.ts';
import type { RewardsView } from '../../shared/contract/till.ts';
import { emptyDraft } from '../../shared/domain/program/draft.ts';
import type { MarkStanding } from '../../shared/domain/standing/standing.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { customerOf } from '../support/journey/lively-shop.ts';
import { emit, imported, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, unbalanced, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper } from '../support/journey/window-shopper.ts';
import type { Merchant } from '../support/merchant.ts';

const SHOP = 'ten.myshopify.com';
const ADA = 'ada@example.test';

type Item = {
  readonly key: string;
  readonly quantity: number;
  readonly original_line_price: number;
  readonly product_id: number;
  readonly gift_card: boolean;
};
type Cart = { readonly total_price: number; readonly items: readonly Item[] };

let journey: Journey;
let shop: ShopWorld;
let merchant: Merchant;
let ada = 0;
let card = '';
const variants: number[] = [];
const products: string[] = [];
beforeAll(async () => {
  await buildFunctions();
  journey = await startJourney();
  shop = journey.sandbox.addShop({ domain: SHOP, installed: false });
  merchant = journey.merchant(SHOP);
  for (let i = 0; i < 12; i += 1) {
    const product = shop.addProduct({ title: `Goods ${i}`, variants: [{ priceMinor: 10_000 }] });
    products.push(String(product.id));
    variants.push(product.variants[0]?.id ?? 0);
  }
  ada = shop.createCustomer({ firstName: 'Ada', lastName: 'Holder', email: ADA }).id;
  shop.install();
  await merchant.get('/api/shop');
  await imported(merchant);
  const reward = (marks: string, percent: string, gift: string) => ({ marks, gives: 'choice', percent, gift }) as const;
  const program = await publish(merchant, {
    ...emptyDraft,
    name: 'Card of ten',
    mechanic: 'marks',
    markProducts: products.slice(0, 10),
    markRewards: [reward('5', '3', products[10] ?? ''), reward('7', '5', products[11] ?? '')],
    window: 'calendar_year',
  });
  [card = ''] = await emit(merchant, program.id, 1);
  await quiet();
  await merchant.post(`/api/cards/${card}/link`, { customerId: (await customerOf(merchant, ADA)).id });
  await quiet();
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

const quiet = () => untilQuiet(journey, SHOP);
const shopper = () => aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
const items = (places: readonly number[]) => places.map((i) => ({ id: variants[i], quantity: 1 }));

/** Ada's card as her page has it, once everything is worked through and right everywhere. */
async function marks(): Promise<MarkStanding | undefined> {
  await quiet();
  const { stores } = journey.storage;
  const stored = await storedStandings(stores, SHOP);
  expect(withoutJournal(stored)).toEqual(await standingsByTheBooks(stores, shop));
  expect(unbalanced(stored)).toEqual([]);
  return (await customerOf(merchant, ADA)).standings[0]?.standing.marks;
}

async function pay(browser: ReturnType<typeof shopper>): Promise<number> {
  const { total_price } = await browser.get<Cart>('cart.js');
  const way = { way: 'pickup', payment: 'card', firstName: 'Ada', lastName: 'Holder', shown: String(total_price) };
  await browser.send('checkout', { email: ADA, ...way });
  return total_price;
}

/** As the theme's script asks. */
async function offered(browser: ReturnType<typeof shopper>): Promise<RewardsView> {
  const cart = await browser.get<Cart>('cart.js');
  const lines = cart.items.map(({ key, quantity, original_line_price, product_id, gift_card }) => ({
    id: key,
    quantity,
    amountMinor: original_line_price,
    productId: String(product_id),
    isGiftCard: gift_card,
  }));
  return browser.post<RewardsView>('apps/regulars/rewards', { statement: null, lines });
}

describe('A card of ten', () => {
  it('fills with listed products bought at checkout and brings a code of two to choose from', async () => {
    const browser = shopper();
    await browser.send('account', { customer: String(ada) });
    await browser.post('cart/add.js', { items: items([0, 1, 2, 3]) });
    await pay(browser);
    expect(await marks()).toEqual({ set: 4, used: 0, deficit: 0, ready: [] });
    expect(await offered(browser)).toEqual({ rewards: [], best: null });
    await browser.post('cart/add.js', { items: items([0, 4]) });
    await pay(browser);
    expect(await marks()).toEqual({ set: 5, used: 0, deficit: 0, ready: [5] });
    await browser.post('cart/add.js', { items: items([10, 11]) });
    const { rewards, best } = await offered(browser);
    expect(rewards.map(({ gives, worthMinor }) => [gives.kind, worthMinor])).toEqual([
      ['percent', 600],
      ['gift', 10_000],
    ]);
    expect(best).toBe(rewards[1]?.code);
  }, 60_000);

  it('gives the reward once: at checkout by its code, and back when its goods come back', async () => {
    const browser = shopper();
    await browser.send('account', { customer: String(ada) });
    await browser.post('cart/add.js', { items: items([10]) });
    const { rewards } = await offered(browser);
    const [percent] = rewards;
    await browser.post<Cart>('cart/update.js', { discount: percent?.code });
    expect(await pay(browser)).toBe(9_700);
    expect(await marks()).toEqual({ set: 5, used: 1, deficit: 0, ready: [] });
    await browser.post('cart/add.js', { items: items([10]) });
    expect(await offered(browser)).toEqual({ rewards: [], best: null });
    const order = shop.orders().at(-1);
    shop.refund(order?.id ?? 0, { lines: [{ lineId: order?.lines[0]?.id ?? 0, quantity: 1 }] });
    expect(await marks()).toEqual({ set: 5, used: 0, deficit: 0, ready: [5] });
    const again = await offered(browser);
    expect(again.rewards.map(({ gives }) => gives.kind)).toEqual(['percent', 'gift']);
    expect(again.rewards.map(({ code }) => code)).not.toContain(percent?.code);
  }, 60_000);

  it('gives it at the till as well, and misses a mark when its product comes back later', async () => {
    const till = shopper();
    await till.send('till/scan', { number: card });
    await till.send('till/add', { variant: String(variants[10]) });
    expect(await till.send('till/add', { variant: String(variants[5]) })).toContain('for nothing, once');
    await till.send('till/pay', {});
    expect(shop.orders().at(-1)).toMatchObject({ sourceName: 'pos' });
    expect(await marks()).toEqual({ set: 6, used: 1, deficit: 0, ready: [] });
    const [first] = shop.orders();
    const lines = (first?.lines ?? []).slice(1).map(({ id }) => ({ lineId: id, quantity: 1 }));
    shop.refund(first?.id ?? 0, { lines });
    expect(await marks()).toEqual({ set: 3, used: 1, deficit: 2, ready: [] });
  }, 60_000);
});
