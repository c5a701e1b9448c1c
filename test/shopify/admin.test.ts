import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeCheckoutRules } from '../../shared/domain/entitlement/checkout-rules.ts';
import type { ShopifyCustomerId } from '../../shared/domain/ids.ts';
import { page } from './builders.ts';
import { codeOf, SHOP, type Stage, setUp } from './set-up.ts';

type Args = Record<string, unknown>;
type Sent = { ownerId: string; namespace: string; key: string; type?: string; value?: string };

let set: Stage;
beforeEach(async () => {
  set = await setUp();
});
afterEach(() => set.played.stop());

const FUNCTION = { id: 'f-1', handle: 'regulars-discount' };
const nodeId = (id: number) => `gid://shopify/DiscountAutomaticNode/${id}`;
const ofApp = (id: number, functionId = FUNCTION.id) => ({
  discount: { __typename: 'DiscountAutomaticApp', discountId: nodeId(id), appDiscountType: { functionId } },
});

/** A shop with its discounts; what is made or taken away changes the list. */
function discounts(start: readonly unknown[]) {
  const nodes = [...start] as { discount: { discountId?: string } }[];
  const made: Args[] = [];
  let next = 100;
  set.played.fields = {
    shopifyFunctions: { nodes: [{ id: 'f-0', handle: 'another' }, FUNCTION] },
    discountNodes: () => page(nodes),
    discountAutomaticAppCreate: ({ automaticAppDiscount }: Args) => {
      made.push(automaticAppDiscount as Args);
      next += 1;
      nodes.push(ofApp(next));
      return { automaticAppDiscount: { discountId: nodeId(next) }, userErrors: [] };
    },
    discountAutomaticDelete: ({ id }: Args) => {
      const place = nodes.findIndex(({ discount }) => discount.discountId === id);
      if (place < 0) return { userErrors: [{ code: 'INVALID', field: ['id'], message: 'gone' }] };
      nodes.splice(place, 1);
      return { deletedAutomaticDiscountId: id, userErrors: [] };
    },
  };
  return { made, ids: () => nodes.map(({ discount }) => discount.discountId) };
}
const ensure = () => set.shopify.admin.ensureDiscount(SHOP, 'Regulars', 'plain');

describe('the one discount of a shop', () => {
  it('is made with our Function, for products, beside shipping discounts and never on top of another', async () => {
    const { made } = discounts([]);
    expect(await ensure()).toBe(nodeId(101));
    expect(made[0]).toMatchObject({
      title: 'Regulars',
      functionHandle: 'regulars-discount',
      discountClasses: ['PRODUCT'],
      combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
      startsAt: new Date(set.clock.now()).toISOString(),
    });
  });

  it('is found again among those of other apps and of the merchant', async () => {
    const basic = { discount: { __typename: 'DiscountAutomaticBasic', title: 'Sale' } };
    const { made } = discounts([basic, ofApp(7, 'f-0'), ofApp(8)]);
    expect(await ensure()).toBe(nodeId(8));
    expect(made).toEqual([]);
  });

  it('is found on a later page', async () => {
    discounts([]);
    set.played.fields.discountNodes = ({ after }: Args) => (after === null ? page([], 'more') : page([ofApp(9)]));
    expect(await ensure()).toBe(nodeId(9));
  });

  it('stays one when two make it at the same time', async () => {
    const { ids } = discounts([]);
    const found = await Promise.all([ensure(), set.another.admin.ensureDiscount(SHOP, 'Regulars', 'plain')]);
    expect(ids()).toEqual([nodeId(101)]);
    expect(new Set(found)).toEqual(new Set([nodeId(101)]));
  });

  it('becomes one again when it was doubled: the oldest stays', async () => {
    const { ids } = discounts([ofApp(12), ofApp(9), ofApp(100)]);
    expect(await ensure()).toBe(nodeId(9));
    expect(ids()).toEqual([nodeId(9)]);
  });

  it('is not made where the shop has as many as it may', async () => {
    discounts([]);
    const userErrors = [{ code: 'MAX_APP_DISCOUNTS', field: null, message: 'too many' }];
    set.played.fields.discountAutomaticAppCreate = { automaticAppDiscount: null, userErrors };
    expect(await codeOf(ensure())).toBe('shopify_refused');
  });
});

/** Owners that Shopify knows and the metafields they have; a call with an unknown one does nothing. */
function metafields(known: (ownerId: string) => boolean) {
  const calls: Sent[][] = [];
  const kept = new Map<string, string>();
  const check = (sent: Sent[]) => {
    calls.push(sent);
    return sent.flatMap(({ ownerId }, i) =>
      known(ownerId)
        ? []
        : [{ code: 'INVALID', field: ['metafields', String(i), 'ownerId'], message: 'no such owner', elementIndex: i }],
    );
  };
  set.played.fields = {
    metafieldsSet: ({ metafields: sent }: { metafields: Sent[] }) => {
      const userErrors = check(sent);
      if (userErrors.length === 0) for (const each of sent) kept.set(`${each.ownerId} ${each.key}`, each.value ?? '');
      return { metafields: [], userErrors };
    },
    metafieldsDelete: ({ metafields: sent }: { metafields: Sent[] }) => {
      const userErrors = check(sent);
      if (userErrors.length === 0) for (const each of sent) kept.delete(`${each.ownerId} ${each.key}`);
      return { deletedMetafields: [], userErrors };
    },
  };
  return { calls, kept };
}
const customer = (id: number) => String(id) as ShopifyCustomerId;
const owner = (id: number) => `gid://shopify/Customer/${id}`;

describe('what checkout believes', () => {
  it('lies in metafields of our own', async () => {
    const { calls } = metafields(() => true);
    const rules = {
      shop: SHOP,
      currency: 'EUR',
      marginBp: 500,
      floorOn: true,
      keys: [{ id: 'a', hex: '0'.repeat(32) }],
      message: 'Your {percent}',
    };
    await set.shopify.admin.putCheckoutRules(SHOP, nodeId(1), rules);
    expect(calls[0]?.[0]).toMatchObject({ ownerId: nodeId(1), namespace: '$app', key: 'loyalty', type: 'json' });
    expect(calls[0]?.[0]?.value).toBe(writeCheckoutRules(rules));
  });

  it('is told of 25 customers in one call', async () => {
    const { calls, kept } = metafields(() => true);
    const items = Array.from({ length: 25 }, (_, i) => ({ customer: customer(i + 1), value: `{"n":${i}}` }));
    const answers = await set.shopify.admin.putEntitlements(SHOP, items);
    expect(calls).toHaveLength(1);
    expect(kept.get(`${owner(25)} loyalty`)).toBe('{"n":24}');
    expect(answers.every(({ outcome }) => outcome === 'sent')).toBe(true);
  });

  it('reaches everybody else when some are gone', async () => {
    const { calls, kept } = metafields((id) => id !== owner(2) && id !== owner(4));
    const items = [1, 2, 3, 4].map((id) => ({ customer: customer(id), value: '{}' }));
    const answers = await set.shopify.admin.putEntitlements(SHOP, items);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['sent', 'unknown_customer', 'sent', 'unknown_customer']);
    expect([...kept.keys()]).toEqual([`${owner(1)} loyalty`, `${owner(3)} loyalty`]);
    expect(calls.map((sent) => sent.length)).toEqual([4, 2]);
  });

  it('is taken away where nothing is owed any more', async () => {
    const { kept } = metafields(() => true);
    await set.shopify.admin.putEntitlements(SHOP, [{ customer: customer(1), value: '{}' }]);
    await set.shopify.admin.putEntitlements(SHOP, [
      { customer: customer(1), value: null },
      { customer: customer(2), value: '{}' },
    ]);
    expect([...kept.keys()]).toEqual([`${owner(2)} loyalty`]);
  });

  it('says so when everybody is gone', async () => {
    metafields(() => false);
    const answers = await set.shopify.admin.putEntitlements(SHOP, [{ customer: customer(1), value: '{}' }]);
    expect(answers).toEqual([{ customer: '1', outcome: 'unknown_customer' }]);
  });

  it('is refused aloud for any other fault, which is ours', async () => {
    const userErrors = [{ code: 'INVALID_VALUE', field: ['metafields', '0', 'value'], message: 'x', elementIndex: 0 }];
    set.played.fields = { metafieldsSet: { metafields: null, userErrors } };
    expect(await codeOf(set.shopify.admin.putEntitlements(SHOP, [{ customer: customer(1), value: '{' }]))).toBe(
      'shopify_refused',
    );
  });

  it('does not go into a discount that is gone', async () => {
    metafields(() => false);
    const rules = { shop: SHOP, currency: 'EUR', marginBp: 0, floorOn: false, keys: [], message: '' };
    expect(await codeOf(set.shopify.admin.putCheckoutRules(SHOP, nodeId(1), rules))).toBe('shopify_refused');
  });
});

describe('unit costs', () => {
  const PRODUCT = 'gid://shopify/Product/4001';
  const costs = () => set.shopify.admin.variantCosts(SHOP, '4201');
  const item = (unitCost: unknown, isGiftCard = false) => {
    const variants = { nodes: [{ id: 'gid://shopify/ProductVariant/4101', product: { id: PRODUCT, isGiftCard } }] };
    set.played.fields = { inventoryItem: { unitCost, variants } };
  };

  it('are read in minor units', async () => {
    item({ amount: '31.0', currencyCode: 'EUR' });
    expect(await costs()).toEqual([{ variantId: '4101', productId: '4001', costMinor: 3100, isGiftCard: false }]);
  });

  it('may be unknown, or of nothing', async () => {
    item(null);
    expect(await costs()).toEqual([{ variantId: '4101', productId: '4001', costMinor: null, isGiftCard: false }]);
    set.played.fields = { inventoryItem: null };
    expect(await costs()).toEqual([]);
  });

  it('come with whether the goods are a gift card', async () => {
    item(null, true);
    expect(await costs()).toEqual([{ variantId: '4101', productId: '4001', costMinor: null, isGiftCard: true }]);
  });

  it('are not guessed when they have more digits than the currency', async () => {
    item({ amount: '31.005', currencyCode: 'EUR' });
    expect(await costs()).toEqual([{ variantId: '4101', productId: '4001', costMinor: null, isGiftCard: false }]);
    expect(set.logged.map(({ event }) => event)).toEqual(['variant.cost_unreadable']);
  });

  it('are read in bulk, with what stands at checkout already', async () => {
    const line = (id: number, change: object) =>
      JSON.stringify({
        id: `gid://shopify/ProductVariant/${id}`,
        product: { id: PRODUCT, isGiftCard: false },
        ...change,
      });
    const unitCost = { amount: '31.0', currencyCode: 'EUR' };
    const written = { value: '3000', compareDigest: 'abc' };
    set.played.bulkFile = [
      line(1, { inventoryItem: { unitCost }, written }),
      line(2, { inventoryItem: { unitCost: null }, written: null, product: { id: PRODUCT, isGiftCard: true } }),
    ].join('\n');
    const read: unknown[] = [];
    for await (const each of set.shopify.admin.readBulkCosts(SHOP, `${set.played.url}/bulk.jsonl`)) read.push(each);
    expect(read).toEqual([
      {
        variantId: '1',
        productId: '4001',
        costMinor: 3100,
        isGiftCard: false,
        written: { value: '3000', mark: 'abc' },
      },
      { variantId: '2', productId: '4001', costMinor: null, isGiftCard: true, written: null },
    ]);
  });

  it('are written only over what was there when they were read', async () => {
    const sent: Sent[][] = [];
    const stale = { code: 'STALE_OBJECT', field: ['metafields', '0'], message: 'changed', elementIndex: 0 };
    set.played.fields = {
      metafieldsSet: ({ metafields: each }: { metafields: Sent[] }) => {
        sent.push(each);
        return { metafields: [], userErrors: sent.length === 1 ? [stale] : [] };
      },
    };
    await set.shopify.admin.putVariantCosts(SHOP, [
      { variantId: '1', costMinor: 3100, over: { value: '3000', mark: 'abc' } },
      { variantId: '2', costMinor: 100, over: null },
    ]);
    expect(sent.map((each) => each.map(({ ownerId }) => ownerId.at(-1)))).toEqual([['1', '2'], ['2']]);
    expect(sent[0]).toMatchObject([{ compareDigest: 'abc' }, { compareDigest: null }]);
  });

  it('are written where the Function finds them, and taken away with the cost', async () => {
    const { kept, calls } = metafields((id) => !id.endsWith('/9'));
    await set.shopify.admin.putVariantCosts(SHOP, [
      { variantId: '1', costMinor: 3100 },
      { variantId: '9', costMinor: 1 },
      { variantId: '2', costMinor: null },
    ]);
    expect([...kept]).toEqual([['gid://shopify/ProductVariant/1 cost', '3100']]);
    expect(calls[0]?.[0]).toMatchObject({ type: 'number_integer' });
  });
});
