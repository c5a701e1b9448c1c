import { beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Agent } from 'supertest';
import type { DeployedFunction } from '../sandbox/storefront/run-discounts.ts';
import { addDiscount, type OpenOptions, type OpenPages, openPages, threePercent } from './open-pages.ts';

const GUEST = { email: 'guest@example.test', firstName: 'Gil', lastName: 'Guest', way: 'pickup', payment: 'card' };

type CartJson = {
  readonly total_price: number;
  readonly original_total_price: number;
  readonly item_count: number;
  readonly currency: string;
  readonly items: readonly {
    readonly key: string;
    readonly final_line_price: number;
    readonly line_level_discount_allocations: readonly { readonly amount: number }[];
  }[];
};

let pages: OpenPages;
let shopper: Agent;
let loaf: number;
let roll: number;

function open(options: OpenOptions = { deployed: threePercent }): void {
  pages = openPages(options);
  shopper = request.agent(pages.app);
  const { shop } = pages;
  loaf = shop.addProduct({ title: 'Rye <b>loaf</b>', variants: [{ priceMinor: 19_999 }] }).variants[0]?.id ?? 0;
  roll =
    shop.addProduct({ title: 'Roll', variants: [{ priceMinor: 50 }, { title: 'Dozen', priceMinor: 480 }] }).variants[0]
      ?.id ?? 0;
}

const post = (path: string, body: object) => shopper.post(`${pages.root}${path}`).send(body);
const add = (id: number, quantity: number) => post('cart/add.js', { items: [{ id, quantity }] }).expect(200);
const cart = async () => (await shopper.get(`${pages.root}cart.js`).expect(200)).body as CartJson;
const useCard = (value: string | null) => post('cart/update.js', { attributes: { _regulars: value } }).expect(200);
const checkout = async (form: object, shown?: number) => {
  const total = shown ?? Number((await cart()).total_price);
  return shopper
    .post(`${pages.root}checkout`)
    .type('form')
    .send({ ...form, shown: String(total) });
};
const lastOrder = () => {
  const order = pages.shop.orders().at(-1);
  if (order === undefined) throw new Error('there is no order');
  return order;
};

beforeEach(() => open());

describe('The storefront', () => {
  it('takes off what the Function says, and the paid order carries the same cents', async () => {
    addDiscount(pages.shop);
    await add(loaf, 1);
    await add(roll, 3);
    await useCard('Gold card');
    const seen = await cart();
    expect(seen.items.map(({ final_line_price }) => final_line_price)).toEqual([19_399, 145]);
    expect(seen.total_price).toBe(19_544);
    const page = await shopper.get(`${pages.root}cart`).expect(200);
    expect(page.text).toContain('€193.99');
    expect(page.text).toContain('Gold card');
    await await checkout(GUEST);
    const order = lastOrder();
    expect(order.lines.map(({ allocations }) => allocations)).toMatchObject([
      [{ amount: { shopMinor: 600, presentmentMinor: 600 } }],
      [{ amount: { shopMinor: 5, presentmentMinor: 5 } }],
    ]);
    expect(order.applications.map(({ title, type }) => [type, title])).toEqual([
      ['automatic', 'Gold card'],
      ['automatic', 'Gold card'],
    ]);
    expect(order.noteAttributes).toEqual([{ name: '_regulars', value: 'Gold card' }]);
    expect(pages.shop.sumsOf(order).total.shopMinor).toBe(19_544);
    expect(order).toMatchObject({ sourceName: 'web', financialStatus: 'paid', email: 'guest@example.test' });
  });

  it('changes the prices when a card number comes and when it goes', async () => {
    addDiscount(pages.shop);
    await add(loaf, 1);
    expect((await cart()).total_price).toBe(19_999);
    expect((await useCard('Gold card')).body.total_price).toBe(19_399);
    expect((await useCard(null)).body.total_price).toBe(19_999);
    await useCard('Gold card');
    expect((await useCard('')).body.total_price).toBe(19_999);
  });

  it('gives nothing without a running discount of ours', async () => {
    await add(loaf, 1);
    await useCard('Gold card');
    addDiscount(pages.shop, { endsAt: pages.shop.now() - 1 });
    addDiscount(pages.shop, { handle: 'somebody-elses' });
    expect((await cart()).total_price).toBe(19_999);
    addDiscount(pages.shop);
    expect((await cart()).total_price).toBe(19_399);
    pages.shop.uninstall();
    expect((await cart()).total_price).toBe(19_999);
  });

  it('converts prices into the currency the shopper chose, and the order knows both', async () => {
    addDiscount(pages.shop);
    await add(loaf, 1);
    await shopper.post(`${pages.root}currency`).type('form').send({ currency: 'JPY' }).expect(303);
    await useCard('Gold card');
    // 199.99 EUR at 160 are 31,998.4 yen; 3 % of 31,998 are 960. AJAX money is in hundredths, yen or not.
    expect(await cart()).toMatchObject({ currency: 'JPY', total_price: 3_103_800 });
    await checkout(GUEST, 31_038);
    const order = lastOrder();
    expect(order).toMatchObject({ currency: 'EUR', presentmentCurrency: 'JPY' });
    expect(order.lines[0]?.allocations[0]?.amount).toEqual({ presentmentMinor: 960, shopMinor: 600 });
  });

  it('asks again when the sum has changed since the shopper saw it', async () => {
    await add(loaf, 1);
    const seen = (await cart()).total_price;
    pages.shop.setPrice(loaf, 20_500);
    expect((await checkout(GUEST, seen)).status).toBe(409);
    expect(pages.shop.orders()).toEqual([]);
    expect((await checkout(GUEST, 20_500)).status).toBe(303);
    expect(pages.shop.orders()).toHaveLength(1);
  });

  it('knows whose an order is: by log-in, by e-mail, new on request, else nobody', async () => {
    const ana = pages.shop.createCustomer({ firstName: 'Ana', email: 'ana@example.test' });
    const ben = pages.shop.createCustomer({ firstName: 'Ben', email: 'ben@example.test' });
    const buy = async (form: object) => {
      await add(roll, 1);
      await checkout({ ...GUEST, ...form });
      return lastOrder().customerId;
    };
    expect(await buy({})).toBeNull();
    expect(await buy({ email: 'Ben@example.test' })).toBe(ben.id);
    const made = await buy({ email: 'new@example.test', keep: 'yes' });
    expect(pages.shop.customer(made ?? 0)).toMatchObject({ email: 'new@example.test', firstName: 'Gil' });
    await shopper
      .post(`${pages.root}account`)
      .type('form')
      .send({ customer: String(ana.id) })
      .expect(303);
    expect(await buy({ email: 'ben@example.test' })).toBe(ana.id);
  });

  it('leaves an order unpaid until the transfer comes', async () => {
    await add(roll, 2);
    await checkout({ ...GUEST, payment: 'later' });
    const order = lastOrder();
    expect(order.financialStatus).toBe('pending');
    await shopper.post(`${pages.root}orders/${order.id}/pay`).expect(303);
    expect(lastOrder().financialStatus).toBe('paid');
  });

  it('shows names as they are and lets none of them into the page', async () => {
    await add(loaf, 1);
    for (const path of ['', 'products/rye-b-loaf-b', 'cart', 'checkout', 'till', 'orders']) {
      const { text } = await shopper.get(`${pages.root}${path}`).expect(200);
      expect(text).toContain('Bakery &amp; Sons');
      expect(text).not.toContain('<b>loaf');
    }
    expect((await shopper.get(`${pages.root}cart`)).text).toContain('Rye &lt;b&gt;loaf&lt;/b&gt;');
  });

  it('answers wrong requests of scripts as Shopify does', async () => {
    await post('cart/add.js', { id: 1 }).expect(422);
    await post('cart/change.js', { id: 'nothing', quantity: 1 }).expect(422);
    await add(roll, 2);
    const key = (await cart()).items[0]?.key;
    expect((await post('cart/change.js', { id: key, quantity: 5 })).body.item_count).toBe(5);
    expect((await post('cart/change.js', { line: 1, quantity: 0 })).body.item_count).toBe(0);
    await request(pages.app).get('/shops/nobody.myshopify.com/cart').expect(404);
  });
});

describe('A Function that does not do its work', () => {
  const broken = (run: DeployedFunction['run']): DeployedFunction => ({ ...threePercent, run });
  const huge = Array.from({ length: 400 }, (_, i) => ({
    targets: [{ cartLine: { id: String(i) } }],
    value: { percentage: { value: '3' } },
    message: 'A message that is a little long',
  }));
  const cases: readonly (readonly [string, DeployedFunction, string])[] = [
    [
      'throws',
      broken(async () => {
        throw new Error('RuntimeError: it broke');
      }),
      'it broke',
    ],
    ['answers nonsense', broken(async () => ({ operations: [{ giveEverything: true }] })), 'InvalidOutput'],
    [
      'answers at too great a length',
      broken(async () => ({ operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates: huge } }] })),
      'OutputTooLarge',
    ],
    [
      'asks for a field that Shopify does not have',
      { ...threePercent, inputQuery: async () => 'query { cart { owner { name } } }' },
      'Cannot query field',
    ],
  ];
  it.each(cases)('%s: the shopper pays the full price and the discount remembers why', async (_name, deployed, why) => {
    open({ deployed });
    addDiscount(pages.shop);
    await add(loaf, 1);
    await useCard('Gold card');
    expect((await cart()).total_price).toBe(19_999);
    expect((await checkout(GUEST)).status).toBe(303);
    expect(lastOrder().lines[0]?.allocations).toEqual([]);
    expect((await shopper.get(`${pages.root}deliveries`)).text).toContain(why);
  });
});
