import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request, { type Agent } from 'supertest';
import { type Mailbox, startMailbox } from '../sandbox/mailbox/start-mailbox.ts';
import { eventually } from '../support/merchant.ts';
import { type OpenPages, openPages } from './open-pages.ts';

let mailbox: Mailbox;
let pages: OpenPages;
let merchant: Agent;
let variantId: number;
let orderId: number;

beforeEach(async () => {
  mailbox = await startMailbox({ port: 0, dataDir: null });
  pages = openPages({ mailbox });
  merchant = request.agent(pages.app);
  variantId = pages.shop.addProduct({ title: 'Cake', variants: [{ priceMinor: 1_000 }] }).variants[0]?.id ?? 0;
  orderId = pages.shop.placeOrder({ lines: [{ variantId, quantity: 3 }], email: 'ana@example.test' }).id;
});
afterEach(() => mailbox.close());

const order = () => pages.shop.orderOf(orderId);
const lineId = () => order().lines[0]?.id;
const page = () => merchant.get(`${pages.root}orders/${orderId}`);
const act = (deed: string, form: object = {}) =>
  merchant.post(`${pages.root}orders/${orderId}/${deed}`).type('form').send(form);

describe('The shop’s books', () => {
  it('list every order and find one by who bought', async () => {
    pages.shop.placeOrder({ lines: [{ variantId, quantity: 1 }], email: 'ben@example.test' });
    expect((await merchant.get(`${pages.root}orders`).expect(200)).text).toMatch(/#1002[\s\S]*#1001/);
    const found = (await merchant.get(`${pages.root}orders?q=ben`).expect(200)).text;
    expect(found).toContain('#1002');
    expect(found).not.toContain('#1001');
  });

  it('refund chosen units and money without goods, tell the shopper, and show what the app was told', async () => {
    await act('refund', { [`line-${lineId()}`]: '2', goodwill: '1.50' }).expect(303);
    expect(order().refunds).toMatchObject([{ lines: [{ quantity: 2 }], goodwill: { shopMinor: 150 } }]);
    expect(pages.shop.sumsOf(order()).refunded.shopMinor).toBe(2_150);
    const told = await eventually(
      async () => (await page()).text,
      (text) => text.includes('refunds/create'),
    );
    expect(told).toContain('orders/paid');
    const letters = await eventually(
      async () => mailbox.list(),
      (list) => list.length > 0,
    );
    expect(letters[0]).toMatchObject({ subject: 'Refund for order #1001', to: 'ana@example.test' });
  });

  it('refuse a wish that cannot be done, with the reason', async () => {
    expect((await act('refund').expect(422)).text).toContain('Nothing was chosen to refund.');
    expect((await act('refund', { [`line-${lineId()}`]: '4' }).expect(422)).text).toContain('3 units');
    expect((await act('refund', { goodwill: '1.005' }).expect(422)).text).toContain('is no amount in EUR');
    expect(order().refunds).toEqual([]);
    await act('burn').expect(404);
  });

  it('edit: a unit less, goods more', async () => {
    await act('edit', { remove: String(lineId()) }).expect(303);
    await act('edit', { add: String(variantId), quantity: '2' }).expect(303);
    expect(order().lines).toMatchObject([{ quantity: 3, removedQuantity: 1 }, { quantity: 2 }]);
  });

  it('cancel and delete an order', async () => {
    await act('cancel').expect(303);
    expect((await page()).text).toContain('cancelled');
    const letters = await eventually(
      async () => mailbox.list(),
      (list) => list.length > 0,
    );
    expect(letters[0]?.subject).toBe('Order #1001 cancelled');
    await act('delete').expect(303).expect('location', `${pages.root}orders`);
    await page().expect(404);
  });

  it('send a webhook once more under the same id', async () => {
    const sentPage = await eventually(
      async () => (await page()).text,
      (text) => text.includes('orders/paid'),
    );
    const webhook = /name="webhook" value="([^"]+)"/.exec(sentPage)?.[1];
    await act('again', { webhook }).expect(303);
    await eventually(
      async () => (await page()).text.split(`value="${webhook}"`).length - 1,
      (times) => times === 2,
    );
    await act('again', { webhook: 'nothing' }).expect(422);
  });
});

describe('The webhook switches', () => {
  it('hold back what the shop tells until it is released', async () => {
    const switches = `${pages.root}deliveries`;
    const press = (manner: string) => merchant.post(switches).type('form').send({ manner }).expect(303);
    await press('hold');
    pages.shop.touchOrder(orderId);
    expect((await merchant.get(switches)).text).toContain('Release 1');
    await press('release');
    await eventually(
      async () => (await page()).text.split('orders/updated').length,
      (times) => times > 3,
    );
    await press('lost');
    pages.shop.touchOrder(orderId);
    expect((await merchant.get(switches)).text).toContain('lost on purpose');
  });
});
