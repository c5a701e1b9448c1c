import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, SHOP, type Stage, setUp } from './set-up.ts';

let set: Stage;
beforeEach(async () => {
  set = await setUp();
  set.played.fields = {
    shop: { name: 'Mill', currencyCode: 'EUR', ianaTimezone: 'Europe/Prague', taxesIncluded: true },
  };
});
afterEach(() => set.played.stop());

const details = () => set.shopify.admin.shopDetails(SHOP);
const calls = () => set.played.calls.length;

describe('asking the Admin API', () => {
  it('goes to the shop’s own address, with its token', async () => {
    expect(await details()).toEqual({
      name: 'Mill',
      currency: 'EUR',
      timeZone: 'Europe/Prague',
      pricesIncludeTax: true,
    });
    expect(set.played.calls[0]).toMatchObject({
      path: `/shops/${SHOP}/admin/api/2026-10/graphql.json`,
      token: 'access-0',
    });
  });

  it('waits as long as Shopify says when it is throttled, and asks again', async () => {
    set.played.mishaps.push({ kind: 'throttled', currentlyAvailable: -490 });
    await details();
    expect(set.pauses).toEqual([5000]);
    expect(calls()).toBe(2);
  });

  it('waits for what 429 says', async () => {
    set.played.mishaps.push({ kind: 'status', status: 429, headers: { 'retry-after': '2.0' } });
    await details();
    expect(set.pauses).toEqual([2000]);
  });

  it('tries again with growing pauses while Shopify is away, and gives up', async () => {
    const away = { kind: 'status', status: 502 } as const;
    set.played.mishaps.push(away, away);
    await details();
    expect(set.pauses).toEqual([500, 1000]);
    set.played.mishaps.push(away, away, away, away, away, away);
    expect(await codeOf(details())).toBe('shopify_unavailable');
    expect(calls()).toBe(3 + 5);
  });

  it('gives up in time for whoever holds the work', async () => {
    const later = { kind: 'status', status: 429, headers: { 'retry-after': '14' } } as const;
    set.played.mishaps.push(later, later, later, later);
    expect(await codeOf(details())).toBe('shopify_throttled');
    expect(set.pauses).toEqual([14_000, 14_000]);
  });

  it.each([
    ['a lost answer', { kind: 'lost' } as const],
    ['a page of something in between', { kind: 'status', status: 200, text: '<html>' } as const],
    [
      'a redirect, which our token does not follow',
      { kind: 'status', status: 302, headers: { location: '/' } } as const,
    ],
    ['a shop that is frozen', { kind: 'status', status: 402 } as const],
    ['a fault of Shopify', { kind: 'errors', errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } as const],
  ])('tries again after %s', async (_, mishap) => {
    set.played.mishaps.push(mishap);
    expect(await details()).toMatchObject({ name: 'Mill' });
    expect(calls()).toBe(2);
  });

  it.each([
    [
      'a query it does not understand',
      { kind: 'errors', errors: [{ extensions: { code: 'undefinedField' } }] } as const,
    ],
    [
      'everything forbidden',
      { kind: 'errors', errors: [{ extensions: { code: 'ACCESS_DENIED' } }], data: null } as const,
    ],
    ['errors in words', { kind: 'errors', errors: 'Not Found' } as const],
    ['403', { kind: 'status', status: 403 } as const],
    ['404', { kind: 'status', status: 404 } as const],
    ['an answer without what was asked', { kind: 'errors', errors: null, data: { shop: {} } } as const],
  ])('takes no for an answer: %s', async (_, mishap) => {
    set.played.mishaps.push(mishap);
    expect(await codeOf(details())).toBe('shopify_refused');
    expect(calls()).toBe(1);
  });

  it('does without fields that it may not see, and says which', async () => {
    const errors = [
      { extensions: { code: 'ACCESS_DENIED' }, path: ['shop', 'name'] },
      { extensions: { code: 'ACCESS_DENIED' }, path: ['shop', 'name'] },
    ];
    const shop = { name: 'x', currencyCode: 'EUR', ianaTimezone: 'UTC', taxesIncluded: true };
    set.played.mishaps.push({ kind: 'errors', errors, data: { shop } });
    expect(await details()).toMatchObject({ name: 'x' });
    expect(set.logged).toContainEqual({
      event: 'shopify.fields_denied',
      facts: { shop: SHOP, document: 'ShopDetails', fields: ['shop.name'] },
    });
  });

  it('does not send again what would leave two behind, unless Shopify surely did nothing', async () => {
    set.played.fields = {
      bulkOperationRunQuery: { bulkOperation: { id: 'gid://shopify/BulkOperation/1' }, userErrors: [] },
    };
    set.played.mishaps.push({ kind: 'lost' });
    expect(await codeOf(set.shopify.admin.startBulk(SHOP, 'orders'))).toBe('shopify_unavailable');
    expect(calls()).toBe(1);
    set.played.mishaps.push({ kind: 'throttled', currentlyAvailable: 0 });
    expect(await set.shopify.admin.startBulk(SHOP, 'orders')).toBe('gid://shopify/BulkOperation/1');
  });
});

describe('the budget of a shop', () => {
  it('is waited for before a call that would not fit', async () => {
    set.played.fields = { order: null, ...set.played.fields, orders: { nodes: [], pageInfo: { hasNextPage: false } } };
    set.played.available = 8;
    await details();
    expect(set.pauses).toEqual([]);
    await set.shopify.admin.ordersUpdatedSince(SHOP, 0, null);
    expect(set.pauses).toEqual([200]);
  });

  it('is another shop’s own', async () => {
    const other = 'other.myshopify.com' as typeof SHOP;
    const session = await set.sessions.load(SHOP);
    if (session !== null) await set.sessions.store(other, session);
    set.played.available = 0;
    await details();
    await set.shopify.admin.shopDetails(other);
    expect(set.pauses).toEqual([]);
  });

  it('sets aside what calls under way may cost', async () => {
    set.played.fields = { orders: { nodes: [], pageInfo: { hasNextPage: false } } };
    set.played.available = 60;
    const ask = () => set.shopify.admin.ordersUpdatedSince(SHOP, 0, null);
    await ask();
    await Promise.all([ask(), ask(), ask()]);
    expect(set.pauses.length).toBeGreaterThan(0);
  });
});
