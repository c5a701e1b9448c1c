import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCheckWebhook } from '../../server/shopify/webhook/check-webhook.ts';
import { TEST_SECRET } from '../support/signing.ts';
import { openStage, type SandboxStage, SHOP } from './sandbox-stage.ts';

const topicsOf = ({ listener }: SandboxStage) => listener.received.map(({ headers }) => headers['x-shopify-topic']);
const bodiesOf = ({ listener }: SandboxStage, topic: string) =>
  listener.received.filter(({ headers }) => headers['x-shopify-topic'] === topic).map(({ body }) => JSON.parse(body));

describe('the webhooks of the sandbox', () => {
  let stage: SandboxStage;
  const open = () => stage.sandbox.addShop({ domain: SHOP, presentmentCurrencies: [{ code: 'CHF', rate: '0.94' }] });
  const settled = () => stage.sandbox.delivery.settled();

  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.end());

  it('are signed so that our own check takes them, and hold whom and what they are about', async () => {
    open().createCustomer({ email: 'ada@example.test' });
    await settled();
    const [{ headers, body } = { headers: {}, body: '' }] = stage.listener.received;
    const wanted = createHmac('sha256', TEST_SECRET).update(body).digest('base64');
    expect(headers['x-shopify-hmac-sha256']).toBe(wanted);
    const checked = createCheckWebhook([TEST_SECRET])(Buffer.from(body), (name) => headers[name.toLowerCase()]);
    expect(checked).toMatchObject({ ok: true, shop: SHOP, topic: 'customers/create', apiVersion: '2026-10' });
  });

  it('tell a refund as Shopify does: no customer, no totals, numbers for its lines', async () => {
    const shop = open();
    const product = shop.addProduct({ title: 'Pot', variants: [{ priceMinor: 1000 }] });
    const variantId = product.variants[0]?.id ?? 0;
    const order = shop.placeOrder({ lines: [{ variantId, quantity: 3 }], presentmentCurrency: 'CHF' });
    const lineId = order.lines[0]?.id ?? 0;
    shop.refund(order.id, { lines: [{ lineId, quantity: 1 }], goodwillMinor: 94 });
    await settled();
    const [refund] = bodiesOf(stage, 'refunds/create');
    expect(refund).not.toHaveProperty('customer');
    expect(refund).toMatchObject({
      order_id: order.id,
      refund_line_items: [
        {
          line_item_id: lineId,
          quantity: 1,
          subtotal: 10,
          subtotal_set: {
            shop_money: { amount: '10.00' },
            presentment_money: { amount: '9.40', currency_code: 'CHF' },
          },
        },
      ],
      order_adjustments: [{ kind: 'refund_discrepancy', amount_set: { shop_money: { amount: '-1.00' } } }],
      transactions: [{ kind: 'refund', status: 'success', amount: '10.34', currency: 'CHF' }],
    });
    const [updated] = bodiesOf(stage, 'orders/updated').slice(-1);
    expect(updated).toMatchObject({ financial_status: 'partially_refunded', line_items: [{ current_quantity: 2 }] });
    expect(updated.refunds).toEqual([refund]);
  });

  it('come in order and once, unless asked otherwise', async () => {
    const shop = open();
    stage.sandbox.delivery.mode({ parallel: 1 });
    shop.placeOrder({ lines: [{ variantId: null, quantity: 1, unitMinor: 100 }] });
    await settled();
    expect(topicsOf(stage)).toEqual(['orders/create', 'orders/paid', 'orders/updated']);
  });

  it('come twice under one id, late, shuffled, or never, by the dice of the seed', async () => {
    const shop = open();
    const { delivery } = stage.sandbox;
    delivery.mode({ twice: 1 });
    shop.createCustomer();
    await settled();
    const ids = stage.listener.received.map(({ headers }) => headers['x-shopify-webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);

    delivery.mode({ twice: 0, lose: 1 });
    shop.createCustomer();
    await settled();
    expect(stage.listener.received.length).toBe(2);
    expect(stage.sandbox.sent.at(-1)?.status).toBe('lost');

    delivery.mode({ lose: 0, shuffle: true, parallel: 1, lateMs: 20 });
    const made = Array.from({ length: 20 }, () => shop.createCustomer().id);
    await settled();
    const told = bodiesOf(stage, 'customers/create').slice(2);
    const order = told.map(({ id }) => id as number);
    expect(order).not.toEqual(made);
    expect([...order].sort()).toEqual(made);
  });

  it('wait when held', async () => {
    const { delivery } = stage.sandbox;
    delivery.mode({ hold: true });
    open().createCustomer();
    await settled();
    expect([stage.listener.received.length, delivery.held().length]).toEqual([0, 1]);
    delivery.release();
    await settled();
    expect(stage.listener.received.length).toBe(1);
  });

  it('are tried eight times more when the app does not take them, the very same', async () => {
    stage.listener.answer(503);
    stage.sandbox.delivery.mode({ backoffFactor: 0.000_001 });
    open().createCustomer();
    await settled();
    expect(stage.listener.received.length).toBe(9);
    expect(new Set(stage.listener.received.map(({ body }) => body)).size).toBe(1);
    expect(stage.sandbox.sent.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('go to nobody while the shop has not the app, except what the law asks for', async () => {
    const shop = open();
    shop.uninstall();
    shop.createCustomer();
    shop.requestRedactShop();
    await settled();
    expect(topicsOf(stage).sort()).toEqual(['app/uninstalled', 'shop/redact']);
  });
});
