import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Agent } from 'supertest';
import { buildFunctions } from '../../extension/build-functions.ts';
import { writeCheckoutRules } from '../../shared/domain/entitlement/checkout-rules.ts';
import type { EntitlementKey } from '../../shared/domain/entitlement/entitlement.ts';
import { writeEntitlement } from '../../shared/domain/entitlement/write-entitlement.ts';
import type { ProductId, ProgramId, ShopId } from '../../shared/domain/ids.ts';
import type { OfferGives } from '../../shared/domain/offer/offer.ts';
import { writeRewardRules } from '../../shared/domain/offer/reward-rules.ts';
import { builtFunctions } from '../sandbox/storefront/deployed-function.ts';
import { orderBody } from '../sandbox/webhooks/payloads/order-body.ts';
import { gid } from '../sandbox/world/gid.ts';
import { addDiscount, type OpenPages, openPages, SHOP, setAppMetafield } from './open-pages.ts';

const KEY: EntitlementKey = { id: 'a', hex: '000102030405060708090a0b0c0d0e0f' };
const AT = Date.parse('2026-11-22T23:30:00Z');

let pages: OpenPages;
let shopper: Agent;

/** A discount of the codes' Function with codes that may be used once each. */
function addCodes(gives: OfferGives, codes: readonly string[]): void {
  const { state, context } = pages.shop;
  const id = context.nextId();
  const combinesWith = { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true };
  state.codeDiscounts.set(id, {
    id,
    title: 'Regulars',
    functionHandle: gives.kind === 'gift' ? 'regulars-gift' : 'regulars-reward',
    classes: ['PRODUCT'],
    combinesWith,
    startsAt: 0,
    endsAt: null,
    createdAt: 0,
    updatedAt: 0,
    usageLimit: 1,
    codes: codes.map((code) => ({ id: context.nextId(), code, used: 0 })),
  });
  const rules = writeRewardRules({ gives, currency: 'EUR', marginBp: 500, floorOn: true });
  setAppMetafield(pages.shop, gid('DiscountCodeNode', id), 'reward', JSON.parse(rules));
}

function sell(title: string, priceMinor: number, unitCostMinor: number | null = null) {
  const product = pages.shop.addProduct({ title, variants: [{ priceMinor, unitCostMinor }] });
  const variantId = product.variants[0]?.id ?? 0;
  if (unitCostMinor !== null) setAppMetafield(pages.shop, gid('ProductVariant', variantId), 'cost', unitCostMinor);
  return { variantId, productId: String(product.id) as ProductId };
}

const post = (path: string, body: object) => shopper.post(`${pages.root}${path}`).send(body);
const add = (id: number, quantity = 1) => post('cart/add.js', { items: [{ id, quantity }] }).expect(200);
const cart = async () => (await shopper.get(`${pages.root}cart.js`)).body;
const putIn = async (discount: string) => (await post('cart/update.js', { discount }).expect(200)).body;
async function pay(): Promise<Record<string, unknown>> {
  const shown = String((await cart()).total_price);
  const form = { email: 'ana@example.test', way: 'pickup', payment: 'card', shown };
  await shopper.post(`${pages.root}checkout`).type('form').send(form).expect(303);
  const order = pages.shop.orders().at(-1);
  if (order === undefined) throw new Error('there is no order');
  return orderBody(pages.shop.state, order);
}

beforeAll(buildFunctions);
beforeEach(() => {
  pages = openPages({ deployed: builtFunctions });
  shopper = request.agent(pages.app);
  pages.setClock(AT);
  pages.shop.install();
});

describe('A code on the storefront', () => {
  it('gives a percentage cut at the floor, and the order tells of the code as Shopify does', async () => {
    addCodes({ kind: 'percent', discountBp: 1_000 }, ['REG-ONE']);
    await add(sell('Grinder', 19_999).variantId);
    await add(sell('Cup', 10_000, 9_000).variantId, 2);
    const told = await putIn('reg-one');
    expect(told.total_price).toBe(17_999 + 18_900);
    expect(told.discount_codes).toEqual([{ code: 'reg-one', applicable: true }]);
    expect(await pay()).toMatchObject({
      discount_codes: [{ code: 'reg-one', amount: '31.00' }],
      discount_applications: [{ type: 'discount_code', code: 'reg-one' }, { type: 'discount_code' }],
    });
  });

  it('may be used once, whoever has it in a cart; another code of the discount is not touched', async () => {
    addCodes({ kind: 'percent', discountBp: 1_000 }, ['REG-ONE', 'REG-TWO']);
    const { variantId } = sell('Grinder', 20_000);
    const other = request.agent(pages.app);
    for (const agent of [shopper, other]) {
      await agent.post(`${pages.root}cart/add.js`).send({ items: [{ id: variantId, quantity: 1 }] });
      await agent.post(`${pages.root}cart/update.js`).send({ discount: 'REG-ONE' });
    }
    await pay();
    const late = (await other.get(`${pages.root}cart.js`)).body;
    expect(late).toMatchObject({ total_price: 20_000, discount_codes: [{ code: 'REG-ONE', applicable: false }] });
    // What the second shopper saw before is not what is charged: the new sum has to be seen first.
    const form = { email: 'bo@example.test', way: 'pickup', payment: 'card', shown: '18000' };
    await other.post(`${pages.root}checkout`).type('form').send(form).expect(409);
    const second = await other.post(`${pages.root}cart/update.js`).send({ discount: 'REG-TWO' });
    expect(second.body.total_price).toBe(18_000);
  });

  it('gives one unit of a gift for nothing, and does not apply where it is not in the cart', async () => {
    const cup = sell('Cup', 1_500, 1_400);
    addCodes({ kind: 'gift', productId: cup.productId }, ['REG-CUP']);
    await add(sell('Grinder', 20_000).variantId);
    expect(await putIn('REG-CUP')).toMatchObject({ total_price: 20_000, discount_codes: [{ applicable: false }] });
    await add(cup.variantId, 3);
    expect((await cart()).total_price).toBe(20_000 + 3_000);
  });

  it('meets the percentage of a card: each line gets the better of both, never both', async () => {
    const discount = gid('DiscountAutomaticNode', addDiscount(pages.shop));
    const rules = { shop: SHOP as ShopId, currency: 'EUR', marginBp: 500, floorOn: true, keys: [KEY], message: 'Card' };
    setAppMetafield(pages.shop, discount, 'loyalty', JSON.parse(writeCheckoutRules(rules)));
    const ana = pages.shop.createCustomer({ firstName: 'Ana', email: 'ana@example.test' });
    const claims = [{ programId: 'prg_0123456789abcdef' as ProgramId, discountBp: 500 }];
    const owed = { sequence: 1, fromDay: '2026-11-01', untilDay: '2026-12-31', claims };
    setAppMetafield(pages.shop, gid('Customer', ana.id), 'loyalty', JSON.parse(writeEntitlement(owed)));
    await shopper
      .post(`${pages.root}account`)
      .type('form')
      .send({ customer: String(ana.id) });
    const cup = sell('Cup', 1_000);
    addCodes({ kind: 'gift', productId: cup.productId }, ['REG-CUP']);
    addCodes({ kind: 'percent', discountBp: 300 }, ['REG-LESS']);
    addCodes({ kind: 'percent', discountBp: 800 }, ['REG-MORE']);
    await add(sell('Grinder', 20_000).variantId);
    await add(cup.variantId);
    expect((await cart()).total_price).toBe(19_950);
    expect(await putIn('REG-LESS')).toMatchObject({ total_price: 19_950, discount_codes: [{ applicable: false }] });
    expect((await putIn('REG-MORE')).total_price).toBe(19_320);
    expect((await putIn('REG-CUP')).total_price).toBe(19_000);
  });
});
