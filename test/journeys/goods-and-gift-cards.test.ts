import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import type { HomeView, SettingsView } from '../../shared/contract/api.ts';
import { NEVER_DISCOUNTED } from '../../shared/domain/quote/floor.ts';
import { gid } from '../sandbox/world/gid.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { entitlementAt } from '../support/journey/checkout.ts';
import { forEverybody } from '../support/journey/drafts.ts';
import { openShop, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper, type WindowShopper } from '../support/journey/window-shopper.ts';
import { eventually, type Merchant } from '../support/merchant.ts';

const SHOP = 'gifts.myshopify.com';
const GOLD_MINOR = 50_000;

type Cart = { readonly items: readonly { readonly variant_id: number; readonly final_line_price: number }[] };

let journey: Journey;
let shop: ShopWorld;
let merchant: Merchant;
let ada: WindowShopper;
let pot = 0;
let giftCard = 0;
let customerId = 0;

const sell = (to: ShopWorld, title: string, priceMinor: number, more: { cost?: number; isGiftCard?: boolean } = {}) => {
  const variants = [{ priceMinor, unitCostMinor: more.cost ?? null }];
  return to.addProduct({ title, isGiftCard: more.isGiftCard ?? false, variants }).variants[0]?.id ?? 0;
};
const costAtCheckout = (variantId: number) =>
  shop.metafield(gid('ProductVariant', variantId), '$app', 'cost')?.value ?? null;
/** What the cart asks for each of the goods, however much of our discount is on it. */
const prices = async () =>
  Object.fromEntries((await ada.get<Cart>('cart.js')).items.map((line) => [line.variant_id, line.final_line_price]));
const putInCart = (id: number) => ada.post('cart/add.js', { items: [{ id, quantity: 1 }] });

beforeAll(async () => {
  await buildFunction();
  journey = await startJourney();
  ({ shop, merchant } = await openShop(journey, { domain: SHOP }, (past) => {
    pot = sell(past, 'Pot', 10_000, { cost: 9_500 });
    sell(past, 'Spoon', 500);
    giftCard = sell(past, 'Gift card', 5_000, { isGiftCard: true });
    customerId = past.createCustomer({ firstName: 'Ada', email: 'ada@example.test' }).id;
    const line = { variantId: null, title: 'Goods', quantity: 1, unitMinor: GOLD_MINOR };
    past.placeOrder({ customerId, lines: [line], at: Date.now() - 86_400_000 });
  }));
  await publish(merchant, forEverybody);
  await eventually(
    async () => entitlementAt(shop, customerId)?.claims[0]?.discountBp,
    (bp) => bp === 750,
    30_000,
  );
  ada = aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
  await ada.send('account', { customer: String(customerId) });
  for (const id of [pot, giftCard]) await putInCart(id);
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

describe('Goods that were there before the app, and gift cards', () => {
  it('have their costs at checkout as soon as the import is over, and the merchant sees that it is', async () => {
    const { imports } = await merchant.get<HomeView>('/api/home');
    expect(imports.map(({ kind, state, done }) => [kind, state, done])).toEqual([
      ['customers', 'done', 1],
      ['orders', 'done', 1],
      ['costs', 'done', 3],
    ]);
    expect(costAtCheckout(pot)).toBe('9500');
    expect(costAtCheckout(giftCard)).toBe(String(NEVER_DISCOUNTED));
  });

  it('without a floor: a holder who logged in gets the percentage on goods and nothing on the gift card', async () => {
    expect(await prices()).toEqual({ [pot]: 9_250, [giftCard]: 5_000 });
  });

  it('with the floor on: the goods stop at their cost, and the gift card keeps its price', async () => {
    const { marginPercent, discountMessage, language, owedCounts } = await merchant.get<SettingsView>('/api/settings');
    await merchant.put('/api/settings', { marginPercent, discountMessage, language, owedCounts, floorOn: true });
    await untilQuiet(journey, SHOP);
    expect(await prices()).toEqual({ [pot]: 9_500, [giftCard]: 5_000 });
  });

  it('that come later: a new gift card keeps its price too, and new goods have their cost', async () => {
    const later = sell(shop, 'Gift card, large', 20_000, { isGiftCard: true });
    const kettle = sell(shop, 'Kettle', 8_000, { cost: 7_900 });
    await untilQuiet(journey, SHOP);
    for (const id of [later, kettle]) await putInCart(id);
    expect(await prices()).toMatchObject({ [later]: 20_000, [kettle]: 7_900 });
  });

  it('are sold at those prices: the order says so', async () => {
    const total = Object.values(await prices()).reduce((sum, minor) => sum + minor, 0);
    const form = { email: 'ada@example.test', way: 'pickup', payment: 'card', shown: String(total) };
    await ada.send('checkout', form);
    const order = shop.orders().at(-1);
    const discounted = order?.lines.filter(({ allocations }) => allocations.length > 0);
    expect(discounted?.map(({ title }) => title).sort()).toEqual(['Kettle', 'Pot']);
  });
});
