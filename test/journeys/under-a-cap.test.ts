import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunctions } from '../../extension/build-functions.ts';
import { emptyDraft, type ProgramDraft } from '../../shared/domain/program/draft.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { entitlementAt } from '../support/journey/checkout.ts';
import { openShop, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper, type WindowShopper } from '../support/journey/window-shopper.ts';
import { eventually } from '../support/merchant.ts';

const SHOP = 'under-a-cap.myshopify.com';

type Cart = { readonly items: readonly { readonly final_line_price: number }[] };

let journey: Journey;
let shop: ShopWorld;
let ada: WindowShopper;
let variants: readonly number[] = [];
let customerId = 0;

/** Ten percent for everybody: at most 15.00 off an order, and 20.00 in a month. */
const draft: ProgramDraft = {
  ...{ ...emptyDraft, name: 'Ten percent', mechanic: 'fixed', fixedPercent: '10' },
  ...{ orderCap: '15', monthCap: '20' },
};
const capNow = async () => entitlementAt(shop, customerId)?.claims[0]?.capMinor;
const discounts = async () => {
  const { items } = await ada.get<Cart>('cart.js');
  return items.map((line) => 10_000 - line.final_line_price);
};

beforeAll(async () => {
  await buildFunctions();
  journey = await startJourney();
  const opened = await openShop(journey, { domain: SHOP }, (past) => {
    const goods = ['Oil', 'Wine', 'Salt'].map((title) =>
      past.addProduct({ title, isGiftCard: false, variants: [{ priceMinor: 10_000, unitCostMinor: null }] }),
    );
    variants = goods.map(({ variants: [only] }) => only?.id ?? 0);
    customerId = past.createCustomer({ firstName: 'Ada', email: 'ada@example.test' }).id;
  });
  shop = opened.shop;
  await untilQuiet(journey, SHOP);
  await publish(opened.merchant, draft);
  await eventually(capNow, (cap) => cap === 1_500, 30_000);
  ada = aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
  await ada.send('account', { customer: String(customerId) });
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

describe('A program under caps', () => {
  it('takes no more off an order than its cap, and the rest of the month off the next one', async () => {
    await ada.post('cart/add.js', { items: variants.map((id) => ({ id, quantity: 1 })) });
    expect(await discounts()).toEqual([1_000, 500, 0]);
    const way = { way: 'pickup', payment: 'card', firstName: 'Ada', lastName: 'Holder', shown: '28500' };
    await ada.send('checkout', { email: 'ada@example.test', ...way });
    expect(
      shop
        .orders()
        .at(-1)
        ?.lines.flatMap(({ allocations }) => allocations),
    ).toHaveLength(2);
    await eventually(capNow, (cap) => cap === 500, 30_000);
    await ada.post('cart/add.js', { items: [{ id: variants[0] ?? 0, quantity: 1 }] });
    expect(await discounts()).toEqual([500]);
  }, 90_000);
});
