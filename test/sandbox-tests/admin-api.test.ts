import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAdmin, openStage, type SandboxStage, SHOP, tokensOf } from './sandbox-stage.ts';

describe('the Admin API of the sandbox', () => {
  let stage: SandboxStage;
  let token = '';

  const ask = (query: string, variables?: Record<string, unknown>) => askAdmin(stage.sandbox, token, query, variables);
  const complaints = () => stage.sandbox.complaints.map(({ kind, message }) => `${kind}: ${message}`);

  beforeAll(async () => {
    stage = await openStage();
    const shop = stage.sandbox.addShop({ domain: SHOP, name: 'Demo' });
    shop.createCustomer({ firstName: 'Ada', email: 'ada@example.test' });
    token = String((await tokensOf(stage.sandbox)).access_token);
  });
  afterAll(() => stage.end());

  it('tells of the shop in the words of the schema', async () => {
    const { data, errors } = await ask(
      '{ shop { name currencyCode ianaTimezone taxesIncluded plan { shopifyPlus } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      shop: {
        name: 'Demo',
        currencyCode: 'EUR',
        ianaTimezone: 'Europe/Berlin',
        taxesIncluded: true,
        plan: { shopifyPlus: false },
      },
    });
    expect(complaints()).toEqual([]);
  });

  it('refuses what the schema does not know, by name, and remembers it', async () => {
    const { errors } = await ask('{ shop { nmae } }');
    expect(errors[0]?.message).toContain('Cannot query field "nmae"');
    expect(complaints().at(-1)).toContain('invalid: Cannot query field "nmae"');
  });

  it('refuses what is on its way out', async () => {
    const { errors, data } = await ask('{ customers(first: 1) { nodes { id email } } }');
    expect(data).toEqual({});
    expect(errors[0]?.message).toContain('The field Customer.email is deprecated');
    expect(complaints().at(-1)).toContain('deprecated: ');
  });

  it('says aloud what it cannot answer, instead of a null that means nothing', async () => {
    const { errors } = await ask('{ shop { richTextEditorUrl } }');
    expect(errors[0]?.message).toBe('the sandbox cannot answer Shop.richTextEditorUrl');
    expect(complaints().at(-1)).toBe('unanswered: the sandbox cannot answer Shop.richTextEditorUrl');
  });

  it('finds products by the beginnings of words, with picture and prices, and those of given ids', async () => {
    const shop = stage.sandbox.shop(SHOP);
    const variants = [{ priceMinor: 1250 }, { priceMinor: 990 }];
    const mug = shop.addProduct({ title: 'Blue mug, stoneware', variants });
    const { id } = shop.addProduct({ title: 'Humbug', variants });
    shop.deleteProduct(id);
    const fields = `id featuredMedia { preview { image { url } } }
      priceRangeV2 { minVariantPrice { amount } maxVariantPrice { amount } }`;
    const found = await ask(
      `{ products(first: 5, query: "title:mug* title:bl*", sortKey: TITLE) { nodes { ${fields} } } }`,
    );
    const gid = `gid://shopify/Product/${mug.id}`;
    const url = `${stage.sandbox.url()}/shops/${SHOP}/images/${mug.id}.svg`;
    expect(found.data).toEqual({
      products: {
        nodes: [
          {
            id: gid,
            featuredMedia: { preview: { image: { url } } },
            priceRangeV2: { minVariantPrice: { amount: '9.9' }, maxVariantPrice: { amount: '12.5' } },
          },
        ],
      },
    });
    expect((await fetch(url)).status).toBe(200);
    const gone = `gid://shopify/Product/${id}`;
    const named = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [gone, gid] });
    expect(named.data).toEqual({ nodes: [null, { id: gid }] });
  });

  it('lets nobody in without a good token, and nobody look without the scope', async () => {
    expect((await askAdmin(stage.sandbox, 'shpat_guess', '{ shop { name } }')).status).toBe(401);
    const shop = stage.sandbox.shop(SHOP);
    const { scopes } = shop.installation() ?? { scopes: [] };
    shop.changeScopes(scopes.filter((scope) => scope !== 'write_customers'));
    const { errors } = await ask('{ customers(first: 1) { nodes { id } } }');
    shop.changeScopes(scopes);
    expect(errors[0]?.extensions?.code).toBe('ACCESS_DENIED');
  });

  it('pages through orders in the order they changed, passing over none that changes meanwhile', async () => {
    const shop = stage.sandbox.shop(SHOP);
    const at = Date.parse('2026-10-01T10:00:00Z');
    const lines = [{ variantId: null, quantity: 1, unitMinor: 500 }];
    const [first] = [0, 1, 2, 3].map((i) => shop.placeOrder({ lines, at: at + i * 60_000 }));
    const query = `query ($query: String!, $after: String) {
      orders(first: 2, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes { name } pageInfo { hasNextPage endCursor }
      }
    }`;
    type Page = { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const pageAfter = async (after: string | null) => {
      const asked = { query: "updated_at:>='2026-10-01T10:00:00Z'", after };
      return (await ask(query, asked)).data.orders as unknown as Page;
    };
    const one = await pageAfter(null);
    shop.touchOrder(first?.id ?? 0, { note: 'later' });
    const two = await pageAfter(one.pageInfo.endCursor);
    const three = await pageAfter(two.pageInfo.endCursor);
    const names = [one, two, three].map(({ nodes }) => nodes.map(({ name }) => name));
    expect(names).toEqual([['#1001', '#1002'], ['#1003', '#1004'], ['#1001']]);
    expect([one, two, three].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
  });

  it('writes metafields all or none, and not over one that changed meanwhile', async () => {
    const [customer] = stage.sandbox.shop(SHOP).customers();
    const ownerId = `gid://shopify/Customer/${customer?.id}`;
    const set = `mutation ($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) { metafields { value } userErrors { code field elementIndex } }
    }`;
    const put = async (...metafields: readonly object[]) => (await ask(set, { metafields })).data.metafieldsSet;
    const good = { ownerId, namespace: '$app', key: 'loyalty', type: 'json', value: '{"a":1}' };
    const stranger = { ...good, ownerId: 'gid://shopify/Customer/1' };
    expect(await put(good, stranger)).toMatchObject({
      metafields: null,
      userErrors: [{ field: ['metafields', '1', 'ownerId'], elementIndex: 1 }],
    });
    const shop = stage.sandbox.shop(SHOP);
    expect(shop.metafield(ownerId, '$app', 'loyalty')).toBeNull();
    expect(await put({ ...good, value: '{' })).toMatchObject({ userErrors: [{ code: 'INVALID_VALUE' }] });
    expect(await put({ ...good, compareDigest: null })).toMatchObject({ userErrors: [] });
    expect(await put({ ...good, compareDigest: null })).toMatchObject({ userErrors: [{ code: 'STALE_OBJECT' }] });
    expect(await put(...Array.from({ length: 26 }, () => good))).toMatchObject({ metafields: null });
    expect(shop.metafield(ownerId, '$app', 'loyalty')?.value).toBe('{"a":1}');
  });

  it('says no when the points are used up, and how many come back', async () => {
    stage.sandbox.throttle.limit({ maximum: 10, restorePerSecond: 1 });
    stage.sandbox.throttle.drain(SHOP);
    const { errors, cost } = await ask('{ customers(first: 3) { nodes { id } } }');
    stage.sandbox.throttle.limit(null);
    expect(errors[0]?.extensions?.code).toBe('THROTTLED');
    expect(cost).toMatchObject({
      requestedQueryCost: 5,
      throttleStatus: { maximumAvailable: 10, currentlyAvailable: 0, restoreRate: 1 },
    });
  });

  it('fails as asked, once', async () => {
    stage.sandbox.faults.next('server_error', 1, 'Named');
    const statusOf = async (query: string) => (await ask(query)).status;
    expect(await statusOf('query Other { shop { name } }')).toBe(200);
    expect(await statusOf('query Named { shop { name } }')).toBe(500);
    expect(await statusOf('query Named { shop { name } }')).toBe(200);
    stage.sandbox.faults.next('drop');
    await expect(statusOf('{ shop { name } }')).rejects.toThrow();
    expect(await statusOf('{ shop { name } }')).toBe(200);
  });
});
