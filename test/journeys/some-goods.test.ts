import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildFunction } from '../../extension/discount-function/build.ts';
import type { ProgramView } from '../../shared/contract/program.ts';
import { emptyDraft, type ProgramDraft } from '../../shared/domain/program/draft.ts';
import { NEVER_DISCOUNTED } from '../../shared/domain/quote/floor.ts';
import { gid } from '../sandbox/world/gid.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { entitlementAt } from '../support/journey/checkout.ts';
import { openShop, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { aWindowShopper, type WindowShopper } from '../support/journey/window-shopper.ts';
import { eventually, type Merchant } from '../support/merchant.ts';

const SHOP = 'some-goods.myshopify.com';

type Sold = { readonly productId: string; readonly variantId: number };
type Cart = { readonly items: readonly { readonly variant_id: number; readonly final_line_price: number }[] };

let journey: Journey;
let shop: ShopWorld;
let merchant: Merchant;
let ada: WindowShopper;
let [oil, wine]: Sold[] = [];
let program: ProgramView;
let customerId = 0;

const sell = (to: ShopWorld, title: string): Sold => {
  const product = to.addProduct({ title, isGiftCard: false, variants: [{ priceMinor: 10_000, unitCostMinor: 4_000 }] });
  return { productId: String(product.id), variantId: product.variants[0]?.id ?? 0 };
};
const costAtCheckout = ({ variantId }: Sold) =>
  shop.metafield(gid('ProductVariant', variantId), '$app', 'cost')?.value ?? null;
/** Waits until checkout has heard what a variant costs, or that it is none of the goods. */
const told = (of: Sold, cost: number) =>
  eventually(
    async () => costAtCheckout(of),
    (now) => now === String(cost),
    40_000,
  );
const prices = async () =>
  Object.fromEntries((await ada.get<Cart>('cart.js')).items.map((line) => [line.variant_id, line.final_line_price]));
const goods = (): readonly [Sold, Sold] => {
  if (oil === undefined || wine === undefined) throw new Error('nothing is sold');
  return [oil, wine];
};

/** Ten percent for everybody, on oil alone. */
const oilClub = (): ProgramDraft => ({
  ...{ ...emptyDraft, name: 'Oil club', mechanic: 'fixed', fixedPercent: '10' },
  ...{ scope: 'products', products: [goods()[0].productId] },
});

beforeAll(async () => {
  await buildFunction();
  journey = await startJourney();
  ({ shop, merchant } = await openShop(journey, { domain: SHOP }, (past) => {
    [oil, wine] = [sell(past, 'Oil'), sell(past, 'Wine')];
    customerId = past.createCustomer({ firstName: 'Ada', email: 'ada@example.test' }).id;
  }));
  await untilQuiet(journey, SHOP);
  program = await publish(merchant, oilClub());
  await eventually(
    async () => entitlementAt(shop, customerId)?.claims[0]?.discountBp,
    (bp) => bp === 1000,
    30_000,
  );
  ada = aWindowShopper(`${journey.sandbox.url()}/shops/${SHOP}/`);
  await ada.send('account', { customer: String(customerId) });
  for (const { variantId: id } of goods()) await ada.post('cart/add.js', { items: [{ id, quantity: 1 }] });
}, 120_000);
afterAll(() => journey?.stop(), 60_000);

describe('A program of some products', () => {
  it('takes nothing off the others at checkout, as soon as they are marked', async () => {
    const [first, second] = goods();
    await told(second, NEVER_DISCOUNTED);
    expect(costAtCheckout(first)).toBe('4000');
    expect(await prices()).toEqual({ [first.variantId]: 9_000, [second.variantId]: 10_000 });
  }, 60_000);

  it('leaves goods alone that come later', async () => {
    const later = sell(shop, 'Vinegar');
    await told(later, NEVER_DISCOUNTED);
    await ada.post('cart/add.js', { items: [{ id: later.variantId, quantity: 1 }] });
    expect(await prices()).toMatchObject({ [later.variantId]: 10_000 });
  }, 60_000);

  it('gives on all goods again once its next version is about all of them', async () => {
    const [first, second] = goods();
    await merchant.put(`/api/programs/${program.id}/draft`, { draft: { ...oilClub(), scope: 'all', products: [] } });
    await merchant.post(`/api/programs/${program.id}/publish`, { effectiveAt: null });
    await told(second, 4_000);
    expect(await prices()).toMatchObject({ [first.variantId]: 9_000, [second.variantId]: 9_000 });
  }, 60_000);
});
