import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import type { JournalView } from '../../shared/contract/api.ts';
import type { TypedCardView } from '../../shared/contract/till.ts';
import type { RewardStanding } from '../../shared/domain/standing/standing.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { entitlementAt, wrongAtCheckout } from '../support/journey/checkout.ts';
import { theEleventh } from '../support/journey/drafts.ts';
import { customerOf } from '../support/journey/lively-shop.ts';
import { emit, imported, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, unbalanced, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper } from '../support/journey/window-shopper.ts';
import type { Merchant } from '../support/merchant.ts';

const SHOP = 'eleven.myshopify.com';
const ADA = 'ada@example.test';

type Cart = {
  readonly total_price: number;
  readonly items: readonly {
    readonly line_level_discount_allocations: readonly { readonly discount_application: { readonly title: string } }[];
  }[];
};

let journey: Journey;
let shop: ShopWorld;
let merchant: Merchant;
let ada = 0;
let pot = 0;
let card = '';
beforeAll(async () => {
  await buildFunction();
  journey = await startJourney();
  shop = journey.sandbox.addShop({ domain: SHOP, installed: false });
  merchant = journey.merchant(SHOP);
  pot = shop.addProduct({ title: 'Pot', variants: [{ priceMinor: 30_000 }] }).variants[0]?.id ?? 0;
  ada = shop.createCustomer({ firstName: 'Ada', lastName: 'Holder', email: ADA }).id;
  shop.install();
  await merchant.get('/api/shop');
  await imported(merchant);
  const program = await publish(merchant, theEleventh);
  [card = ''] = await emit(merchant, program.id, 1);
  await quiet();
  await merchant.post(`/api/cards/${card}/link`, { customerId: (await customerOf(merchant, ADA)).id });
  await quiet();
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

const quiet = () => untilQuiet(journey, SHOP);
const shopper = () => aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
const titles = ({ items }: Cart) =>
  items.flatMap((item) => item.line_level_discount_allocations.map((each) => each.discount_application.title));

/** Ada's rewards as her page has them, once everything is worked through and right everywhere. */
async function rewards(): Promise<Partial<RewardStanding> | undefined> {
  await quiet();
  const { stores } = journey.storage;
  const stored = await storedStandings(stores, SHOP);
  expect(withoutJournal(stored)).toEqual(await standingsByTheBooks(stores, shop));
  expect(unbalanced(stored)).toEqual([]);
  expect(await wrongAtCheckout(stores, shop)).toEqual([]);
  return (await customerOf(merchant, ADA)).standings[0]?.standing.rewards;
}

async function pay(browser: ReturnType<typeof shopper>): Promise<void> {
  const shown = String((await browser.get<Cart>('cart.js')).total_price);
  const way = { way: 'pickup', payment: 'card', firstName: 'Ada', lastName: 'Holder', shown };
  await browser.send('checkout', { email: ADA, ...way });
}

describe('The eleventh item', () => {
  it('is rewarded at checkout for who is logged in, with the reason beside it, and the order tells that', async () => {
    const browser = shopper();
    await browser.send('account', { customer: String(ada) });
    await browser.post('cart/add.js', { items: [{ id: pot, quantity: 9 }] });
    await pay(browser);
    expect(await rewards()).toMatchObject({ counted: 9, progress: 9, ready: 0 });
    expect(entitlementAt(shop, ada)?.rewards).toMatchObject({ progress: 9, countedMinor: 270_000 });
    await browser.post('cart/add.js', { items: [{ id: pot, quantity: 2 }] });
    const cart = await browser.get<Cart>('cart.js');
    expect([cart.total_price, titles(cart)]).toEqual([30_000, ['Your discount: ★ 10+1 × 1']]);
    await pay(browser);
    expect(await rewards()).toMatchObject({ counted: 10, used: 1, progress: 0, ready: 0, deficit: 0 });
  }, 60_000);

  it('comes back with its item, and leaves items missing when one that was counted comes back', async () => {
    const order = shop.orders().at(-1);
    const lineId = order?.lines[0]?.id ?? 0;
    shop.refund(order?.id ?? 0, { lines: [{ lineId, quantity: 1 }] });
    expect(await rewards()).toMatchObject({ counted: 9, used: 1, deficit: 1 });
    shop.refund(order?.id ?? 0, { lines: [{ lineId, quantity: 1 }] });
    expect(await rewards()).toMatchObject({ counted: 9, used: 0, deficit: 0, progress: 9 });
    const { id } = await customerOf(merchant, ADA);
    const { entries } = await merchant.get<JournalView>(`/api/customers/${id}/journal`);
    expect(entries[0]?.changes).toContainEqual(expect.objectContaining({ kind: 'used', before: 1, after: 0 }));
  }, 60_000);

  it('is rewarded for a card that was typed, and at the till, whose order tells it too', async () => {
    const guest = shopper();
    await guest.post('cart/add.js', { items: [{ id: pot, quantity: 2 }] });
    const typed = await guest.post<TypedCardView>('apps/regulars/card', { number: card, session: 't' });
    expect(typed).toMatchObject({ accepted: true, discountBp: 0, rewards: { progress: 9, after: 10, ready: 0 } });
    const cart = await guest.post<Cart>('cart/update.js', { attributes: { _regulars: typed.statement } });
    expect([cart.total_price, titles(cart)]).toEqual([30_000, ['Your discount: ★ 10+1 × 1']]);
    const till = shopper();
    await till.send('till/scan', { number: card });
    await till.send('till/add', { variant: String(pot) });
    expect(await till.send('till/add', { variant: String(pot) })).toContain('★ 10+1 × 1');
    await till.send('till/pay', {});
    expect(shop.orders().at(-1)?.sourceName).toBe('pos');
    expect(await rewards()).toMatchObject({ counted: 10, used: 1, ready: 0, deficit: 0 });
  }, 60_000);
});
