import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Agent } from 'supertest';
import { buildFunction } from '../../extension/discount-function/build.ts';
import { FUNCTION_HANDLES } from '../../server/shopify/admin/ensure-discount.ts';
import { writeCheckoutRules } from '../../shared/domain/entitlement/checkout-rules.ts';
import type { EntitlementKey } from '../../shared/domain/entitlement/entitlement.ts';
import { writeEntitlement } from '../../shared/domain/entitlement/write-entitlement.ts';
import { writeStatement } from '../../shared/domain/entitlement/write-statement.ts';
import type { ProgramId, ShopId } from '../../shared/domain/ids.ts';
import { makeCardNumber } from '../../shared/domain/instrument/card-number.ts';
import { NEVER_DISCOUNTED } from '../../shared/domain/quote/floor.ts';
import { builtFunction } from '../sandbox/storefront/deployed-function.ts';
import { gid } from '../sandbox/world/gid.ts';
import { addDiscount, type OpenPages, openPages, SHOP, setAppMetafield } from './open-pages.ts';

const KEY: EntitlementKey = { id: 'a', hex: '000102030405060708090a0b0c0d0e0f' };
const PROGRAM = 'prg_0123456789abcdef' as ProgramId;
const TODAY = '2026-11-23';
const AT = Date.parse('2026-11-22T23:30:00Z');

const row = (text: string): unknown => JSON.parse(text);
const entitled = (discountBp: number) => ({
  sequence: 3,
  fromDay: TODAY,
  untilDay: TODAY,
  claims: [{ programId: PROGRAM, discountBp }],
});
const cardNumber = makeCardNumber('2123', '45678901');
const statement = (discountBp: number, shop = SHOP, day = TODAY) =>
  writeStatement(KEY, { sequence: 3, fromDay: day, untilDay: day, discountBp, shop: shop as ShopId, cardNumber });

const extension = join(import.meta.dirname, '..', '..', 'extension', 'discount-function');

let script: string;
let pages: OpenPages;
let shopper: Agent;

function open(bundle = script, floorOn = true): void {
  pages = openPages({ deployed: { ...builtFunction, bundle: async () => bundle } });
  shopper = request.agent(pages.app);
  pages.setClock(AT);
  const rules = { shop: SHOP as ShopId, currency: 'EUR', marginBp: 500, floorOn, keys: [KEY] };
  const node = gid('DiscountAutomaticNode', addDiscount(pages.shop));
  const written = writeCheckoutRules({ ...rules, message: 'Your {percent} as a regular' });
  setAppMetafield(pages.shop, node, 'loyalty', row(written));
}
function sell(title: string, priceMinor: number, unitCostMinor: number | null = null): number {
  const variantId = pages.shop.addProduct({ title, variants: [{ priceMinor, unitCostMinor }] }).variants[0]?.id ?? 0;
  if (unitCostMinor !== null) setAppMetafield(pages.shop, gid('ProductVariant', variantId), 'cost', unitCostMinor);
  return variantId;
}
const post = (path: string, body: object) => shopper.post(`${pages.root}${path}`).send(body);
const add = (id: number, quantity = 1) => post('cart/add.js', { items: [{ id, quantity }] }).expect(200);
const total = async () => Number((await shopper.get(`${pages.root}cart.js`)).body.total_price);
const typeCard = (text: string) => post('cart/update.js', { attributes: { _regulars: text } }).expect(200);

beforeAll(async () => {
  script = await buildFunction();
});
beforeEach(() => open());

describe('The built Function on the storefront', () => {
  it('is deployed under the handle that the app asks for, with the query that is run here', () => {
    const toml = readFileSync(join(extension, 'shopify.extension.toml'), 'utf8');
    expect(/^handle = "(.+)"$/m.exec(toml)?.[1]).toBe(FUNCTION_HANDLES.plain);
    expect(builtFunction.handle).toBe(FUNCTION_HANDLES.plain);
    const query = readFileSync(join(extension, /input_query = "(.+)"/.exec(toml)?.[1] ?? ''), 'utf8');
    return expect(builtFunction.inputQuery()).resolves.toBe(query);
  });

  it('gives a holder who logged in their percentage, cut at the margin floor, and orders say the same', async () => {
    const ana = pages.shop.createCustomer({ firstName: 'Ana', email: 'ana@example.test' });
    setAppMetafield(pages.shop, gid('Customer', ana.id), 'loyalty', row(writeEntitlement(entitled(1000))));
    await add(sell('Grinder', 19_999));
    await add(sell('Cup', 10_000, 9_000), 2);
    expect(await total()).toBe(39_999);
    await shopper
      .post(`${pages.root}account`)
      .type('form')
      .send({ customer: String(ana.id) });
    // 10 % of 199.99 is 20.00; the cups may not fall below 2 × 94.50.
    expect(await total()).toBe(17_999 + 18_900);
    const form = { email: 'ana@example.test', way: 'pickup', payment: 'card', shown: String(17_999 + 18_900) };
    await shopper.post(`${pages.root}checkout`).type('form').send(form).expect(303);
    const [order] = pages.shop.orders();
    expect(order?.lines.map(({ allocations }) => allocations[0]?.amount.shopMinor)).toEqual([2_000, 1_100]);
    expect(order?.applications[0]).toMatchObject({ type: 'automatic', title: 'Your 10 % as a regular' });
  });

  it.each([true, false])('takes nothing off a gift card of a holder who logged in, floor on: %s', async (floorOn) => {
    open(script, floorOn);
    const ana = pages.shop.createCustomer({ firstName: 'Ana', email: 'ana@example.test' });
    setAppMetafield(pages.shop, gid('Customer', ana.id), 'loyalty', row(writeEntitlement(entitled(1000))));
    await add(sell('Gift card', 5_000, NEVER_DISCOUNTED), 2);
    await add(sell('Cup', 10_000));
    const customer = String(ana.id);
    await shopper.post(`${pages.root}account`).type('form').send({ customer });
    expect(await total()).toBe(10_000 + 9_000);
  });

  it('believes a typed card’s statement for this shop and this day, and nothing else', async () => {
    await add(sell('Grinder', 19_999));
    await typeCard(statement(300));
    expect(await total()).toBe(19_399);
    const good = statement(300);
    const forged = good.replace('00300', '00900');
    expect(forged).not.toBe(good);
    for (const wrong of [forged, statement(300, 'other.myshopify.com'), statement(300, SHOP, '2026-11-22'), 'x', '']) {
      await typeCard(wrong);
      expect([wrong, await total()]).toEqual([wrong, 19_999]);
    }
  });

  it('rounds in the currency of the cart', async () => {
    await add(sell('Grinder', 19_999));
    await shopper.post(`${pages.root}currency`).type('form').send({ currency: 'JPY' });
    await typeCard(statement(300));
    expect(await total()).toBe((31_998 - 960) * 100);
  });

  it.each([
    ['throws', `throw new Error('broken on purpose');`, 'broken on purpose'],
    ['never ends', 'for (;;) {}', 'interrupted'],
    ['takes too much memory', 'let all = [1]; for (;;) all = all.concat(all);', 'memory'],
    ['is no script', 'this is not JavaScript', 'expecting'],
  ])('costs nobody an order when it %s', async (_what, bundle, why) => {
    open(bundle);
    await add(sell('Grinder', 19_999));
    await typeCard(statement(300));
    expect(await total()).toBe(19_999);
    const form = { email: 'ana@example.test', way: 'pickup', shown: '19999' };
    await shopper.post(`${pages.root}checkout`).type('form').send(form).expect(303);
    expect((await shopper.get(`${pages.root}deliveries`)).text).toContain(why);
  });
});
