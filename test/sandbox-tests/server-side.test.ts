import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { NEVER_DISCOUNTED } from '../../shared/domain/quote/floor.ts';
import type { ShopWorld } from '../sandbox/world/shop-world.ts';
import { eventually } from '../support/merchant.ts';
import { openStage, type SandboxStage, SHOP, signedIn } from './sandbox-stage.ts';

type Body = Readonly<Record<string, unknown>> & { readonly line_items: readonly unknown[] };

const everything = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const each of items) all.push(each);
  return all;
};

function stock(shop: ShopWorld): { readonly productId: number; readonly variantId: number; readonly item: number } {
  const { id: productId, variants } = shop.addProduct({
    title: 'Pot',
    variants: [{ priceMinor: 1999, unitCostMinor: 905 }],
  });
  const [variant] = variants;
  return { productId, variantId: variant?.id ?? 0, item: variant?.inventoryItemId ?? 0 };
}

describe('our server against the sandbox', () => {
  let stage: SandboxStage;
  let shop: ShopWorld;
  beforeEach(async () => {
    stage = await openStage();
    shop = stage.sandbox.addShop({ domain: SHOP, name: 'Demo' });
  });
  afterEach(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.end();
  });

  it('reads the shop, makes its one discount, and writes rules, standings and costs', async () => {
    const { admin } = await signedIn(stage.sandbox);
    const { productId, variantId, item } = stock(shop);
    const customer = shop.createCustomer({ firstName: 'Ada' });
    expect(await admin.shopDetails(SHOP)).toEqual({
      name: 'Demo',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      pricesIncludeTax: true,
    });
    const discount = await admin.ensureDiscount(SHOP, 'Regulars', 'plain');
    expect(await admin.ensureDiscount(SHOP, 'Regulars', 'plain')).toBe(discount);
    expect(shop.discounts().map(({ title, classes }) => [title, classes])).toEqual([['Regulars', ['PRODUCT']]]);
    const rules = { shop: SHOP, currency: 'EUR', marginBp: 500, floorOn: true, keys: [], message: '{percent}' };
    await admin.putCheckoutRules(SHOP, discount, rules);
    expect(shop.metafield(discount, '$app', 'loyalty')?.type).toBe('json');
    const known = String(customer.id) as ShopifyCustomerId;
    const gone = '1' as ShopifyCustomerId;
    const sent = await admin.putEntitlements(SHOP, [
      { customer: known, value: '{"v":1}' },
      { customer: gone, value: '{"v":1}' },
    ]);
    expect(sent.map(({ outcome }) => outcome)).toEqual(['sent', 'unknown_customer']);
    expect(shop.metafield(`gid://shopify/Customer/${known}`, '$app', 'loyalty')?.value).toBe('{"v":1}');
    expect(await admin.variantCosts(SHOP, String(item))).toEqual([
      { variantId: String(variantId), productId: String(productId), costMinor: 905, isGiftCard: false },
    ]);
    await admin.putVariantCosts(SHOP, [{ variantId: String(variantId), costMinor: 905 }]);
    expect(shop.metafield(`gid://shopify/ProductVariant/${variantId}`, '$app', 'cost')?.value).toBe('905');
  });

  it('reads the past of a shop in bulk: every customer, every order with its lines and refunds', async () => {
    const { admin } = await signedIn(stage.sandbox);
    const { variantId } = stock(shop);
    const people = Array.from({ length: 230 }, (_, i) => shop.createCustomer({ email: `c${i}@example.test` }));
    const orders = people.map(({ id }, i) =>
      shop.placeOrder({
        customerId: id,
        lines: [
          { variantId, quantity: 2 },
          { variantId, quantity: (i % 3) + 1 },
        ],
      }),
    );
    const refunded = orders[7];
    shop.refund(refunded?.id ?? 0, { lines: [{ lineId: refunded?.lines[0]?.id ?? 0, quantity: 1 }] });
    const readAll = async (kind: 'customers' | 'orders') => {
      const id = await admin.startBulk(SHOP, kind);
      for (;;) {
        const operation = await admin.bulkOperation(SHOP, id);
        if (operation.state === 'completed') {
          return { operation, rows: await everything(admin.readBulk(SHOP, kind, operation.url ?? '')) };
        }
        expect(operation.state).toBe('running');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const customers = await readAll('customers');
    expect([customers.rows.length, customers.operation.objects]).toEqual([230, 230]);
    const past = await readAll('orders');
    expect([past.rows.length, past.operation.objects]).toEqual([230, 690]);
    const body = past.rows.map((row) => JSON.parse(row.body) as Body);
    expect(body.every(({ line_items }) => line_items.length === 2)).toBe(true);
    expect(body.filter(({ refunds }) => (refunds as unknown[]).length > 0).map(({ name }) => name)).toEqual([
      refunded?.name,
    ]);
    await stage.sandbox.delivery.settled();
    expect(stage.sandbox.sent.filter(({ topic }) => topic === 'bulk_operations/finish').length).toBe(2);
  });

  it('reads what all goods cost in bulk, and writes over nothing newer', async () => {
    const { admin } = await signedIn(stage.sandbox);
    const { productId, variantId } = stock(shop);
    const isGiftCard = true;
    const giftCard = shop.addProduct({ title: 'Gift card', isGiftCard, variants: [{ priceMinor: 5000 }] });
    const bulk = await admin.startBulk(SHOP, 'costs');
    const operation = await eventually(
      () => admin.bulkOperation(SHOP, bulk),
      ({ state }) => state === 'completed',
    );
    const rows = await everything(admin.readBulkCosts(SHOP, operation.url ?? ''));
    const [pot, card] = [String(variantId), String(giftCard.variants[0]?.id)];
    expect(rows).toEqual([
      { variantId: pot, productId: String(productId), costMinor: 905, isGiftCard: false, written: null },
      { variantId: card, productId: String(giftCard.id), costMinor: null, isGiftCard, written: null },
    ]);
    const costAt = (id: string) => shop.metafield(`gid://shopify/ProductVariant/${id}`, '$app', 'cost')?.value;
    await admin.putVariantCosts(SHOP, [{ variantId: pot, costMinor: 910 }]);
    await admin.putVariantCosts(SHOP, [
      { variantId: pot, costMinor: 905, over: null },
      { variantId: card, costMinor: NEVER_DISCOUNTED, over: null },
    ]);
    expect([costAt(pot), costAt(card)]).toEqual(['910', String(NEVER_DISCOUNTED)]);
  });

  it('finds what changed since it last looked', async () => {
    const { admin } = await signedIn(stage.sandbox);
    const lines = [{ variantId: null, quantity: 1, unitMinor: 990, title: 'Typed at the till' }];
    shop.placeOrder({ lines, at: Date.parse('2026-11-01T08:00:00Z') });
    const later = shop.placeOrder({ lines, at: Date.parse('2026-11-02T08:00:00Z') });
    const { orders } = await admin.ordersUpdatedSince(SHOP, Date.parse('2026-11-02T00:00:00Z'), null);
    expect(orders.map(({ id }) => id)).toEqual([String(later.id)]);
  });

  it('finds everything again after the sandbox was stopped and started', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'regulars-sandbox-'));
    const before = await openStage({ dataDir });
    const demo = before.sandbox.addShop({ domain: SHOP });
    const { variantId } = stock(demo);
    const customer = demo.createCustomer({ email: 'ada@example.test' });
    const order = demo.placeOrder({ customerId: customer.id, lines: [{ variantId, quantity: 1 }] });
    demo.setMetafield({ owner: 'gid://shopify/Order/1', namespace: '$app', key: 'x', type: 'json', value: '1' });
    await before.end();
    const after = await openStage({ dataDir });
    const again = after.sandbox.shop(SHOP);
    expect(again.order(order.id)).toEqual(order);
    expect(again.ordersOf(customer.id)).toEqual([order]);
    expect(again.customerByEmail('ADA@example.test')).toEqual(customer);
    expect(again.metafield('gid://shopify/Order/1', '$app', 'x')?.value).toBe('1');
    expect(again.placeOrder({ lines: [{ variantId, quantity: 1 }] }).name).toBe('#1002');
    await after.end();
    rmSync(dataDir, { recursive: true });
  });
});
