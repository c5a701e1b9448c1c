import { describe, expect, it } from '@jest/globals';
import { addToCart, changeAttributes, emptyCart } from '../sandbox/storefront/cart.ts';
import { stockedLines } from '../sandbox/storefront/cart-lines.ts';
import { buildFunctionInput } from '../sandbox/storefront/function-input.ts';
import { functionRoot } from '../sandbox/storefront/function-root.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import { gid } from '../sandbox/world/gid.ts';
import { addDiscount, openPages, setAppMetafield } from './open-pages.ts';

const AT = Date.parse('2026-11-22T23:30:00Z');

function setUp() {
  const { shop } = openPages({});
  const customer = shop.createCustomer({ firstName: 'Ana', email: 'ana@example.test', tags: ['vip'] });
  const product = shop.addProduct({
    title: 'Cup',
    tags: ['stoneware'],
    collections: [{ id: 5, title: 'Kitchen' }],
    variants: [{ priceMinor: 20_000, compareAtMinor: 25_050 }],
  });
  const [variant] = product.variants;
  if (variant === undefined) throw new Error('a product has a variant');
  const node = shop.state.discounts.get(addDiscount(shop));
  if (node === undefined) throw new Error('a discount was added');
  const cart = addToCart({ ...emptyCart('token', 'EUR'), customerId: customer.id }, variant.id, 2);
  const read = (query: string, change: Partial<typeof cart> = {}) => {
    const asked = { ...changeAttributes(cart, { _regulars: 'a statement' }), ...change };
    const lines = stockedLines(shop.state, asked);
    const run = { node, owner: gid('DiscountAutomaticNode', node.id), code: null };
    const root = functionRoot(shop.state, { cart: asked, lines, location: null }, run, AT);
    return buildFunctionInput(loadFunctionSchema(), query, root, lines.length);
  };
  return { shop, customer, product, variant, node, read };
}

describe('What the Function gets to read', () => {
  it('is the cart with money as Shopify writes it', () => {
    const { read } = setUp();
    const money = 'amount currencyCode';
    const query = `query { cart { attribute(key: "_regulars") { value } lines { quantity cost {
      subtotalAmount { ${money} } amountPerQuantity { amount } compareAtAmountPerQuantity { amount } } } } }`;
    expect(read(query)).toEqual({
      cart: {
        attribute: { value: 'a statement' },
        lines: [
          {
            quantity: 2,
            cost: {
              subtotalAmount: { amount: '400.0', currencyCode: 'EUR' },
              amountPerQuantity: { amount: '200.0' },
              compareAtAmountPerQuantity: { amount: '250.5' },
            },
          },
        ],
      },
    });
  });

  it('has the day of the shop, not of the machine', () => {
    const { read } = setUp();
    const query = `query { shop { localTime { date timeAfter(time: "00:29:59") timeBefore(time: "00:29:59")
      dateTimeBetween(startDateTime: "2026-11-23T00:00:00", endDateTime: "2026-11-23T23:59:59") } } }`;
    expect(read(query)).toEqual({
      shop: { localTime: { date: '2026-11-23', timeAfter: true, timeBefore: false, dateTimeBetween: true } },
    });
  });

  it('holds the metafields of our app: of the customer, the discount and the variant', () => {
    const { shop, customer, node, variant, read } = setUp();
    setAppMetafield(shop, `gid://shopify/Customer/${customer.id}`, 'loyalty', { discount: 300 });
    setAppMetafield(shop, `gid://shopify/DiscountAutomaticNode/${node.id}`, 'loyalty', { margin: 500 });
    setAppMetafield(shop, `gid://shopify/ProductVariant/${variant.id}`, 'cost', 1200);
    const field = (key: string) => `metafield(namespace: "$app", key: "${key}") { jsonValue }`;
    const query = `query { discount { ${field('loyalty')} } cart { buyerIdentity { customer { ${field('loyalty')} } }
      lines { merchandise { __typename ... on ProductVariant { ${field('cost')} } } } } }`;
    expect(read(query)).toEqual({
      discount: { metafield: { jsonValue: { margin: 500 } } },
      cart: {
        buyerIdentity: { customer: { metafield: { jsonValue: { discount: 300 } } } },
        lines: [{ merchandise: { __typename: 'ProductVariant', metafield: { jsonValue: 1200 } } }],
      },
    });
    expect(read(`query { cart { buyerIdentity { isAuthenticated customer { id } } } }`, { customerId: null })).toEqual({
      cart: { buyerIdentity: { isAuthenticated: false, customer: null } },
    });
  });

  it('silently lacks a metafield that is too long', () => {
    const { shop, node, read } = setUp();
    setAppMetafield(shop, `gid://shopify/DiscountAutomaticNode/${node.id}`, 'loyalty', 'x'.repeat(10_000));
    expect(read('query { discount { metafield(key: "loyalty") { value } } }')).toEqual({
      discount: { metafield: null },
    });
  });

  it('answers questions about tags and collections', () => {
    const { read } = setUp();
    const query = `query { cart { lines { merchandise { ... on ProductVariant { product {
      yes: hasAnyTag(tags: ["stoneware"]) no: hasAnyTag(tags: ["glass"])
      in: inAnyCollection(ids: ["gid://shopify/Collection/5"]) } } } } } }`;
    expect(read(query)).toMatchObject({
      cart: { lines: [{ merchandise: { product: { yes: true, no: false, in: true } } }] },
    });
  });

  it('tells the rate of a cart in another currency', () => {
    const { read } = setUp();
    const query = `query { presentmentCurrencyRate cart { cost { subtotalAmount { amount currencyCode } } } }`;
    expect(read(query, { currency: 'JPY' })).toEqual({
      presentmentCurrencyRate: '160.0',
      cart: { cost: { subtotalAmount: { amount: '64000.0', currencyCode: 'JPY' } } },
    });
    expect(read(query)).toMatchObject({ presentmentCurrencyRate: '1.0' });
  });

  it('is refused for a query that Shopify would not deploy', () => {
    const { read } = setUp();
    expect(() => read('query { cart { wishes } }')).toThrow(/refused/);
    expect(() => read('query { localization { market { id } } }')).toThrow(/refused.*removed in a future version/);
    expect(() => read(`query { shop { localTime { date } } } ${'#'.repeat(3000)}`)).toThrow(/bytes/);
  });
});
