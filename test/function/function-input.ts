import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCheckoutRules } from '../../shared/domain/entitlement/checkout-rules.ts';
import { writeEntitlement } from '../../shared/domain/entitlement/write-entitlement.ts';
import { NEVER_DISCOUNTED } from '../../shared/domain/quote/floor.ts';
import { functionDecimal } from '../sandbox/storefront/exact.ts';
import { buildFunctionInput } from '../sandbox/storefront/function-input.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import type { CheckoutCart, CheckoutLine } from './checkout-cart.ts';

function queryOf(name: string): string {
  const folder = join(import.meta.dirname, '../../extension', name);
  const toml = readFileSync(join(folder, 'shopify.extension.toml'), 'utf8');
  return readFileSync(join(folder, /input_query = "(.+)"/.exec(toml)?.[1] ?? ''), 'utf8');
}

/** The input queries that the extensions of the two automatic discounts are deployed with. */
export const inputQuery = queryOf('discount-function');
export const cappedQuery = queryOf('capped-function');

/** JSON that stands in a metafield in the place of what we would have written there. */
export type Spoiled = { readonly loyalty?: string; readonly rules?: string; readonly cost?: string };

/** What Shopify hands to the Function for a cart: our query executed against its schema. */
export const inputOf = (cart: CheckoutCart, spoiled: Spoiled = {}, query = inputQuery): unknown =>
  buildFunctionInput(loadFunctionSchema(), query, rootOf(cart, spoiled), cart.lines.length);

type Asked = { readonly namespace?: string | null; readonly key: string };
export const json = (text: string) => ({ type: 'json', value: text, jsonValue: JSON.parse(text) as unknown });
const plain = (text: string) => ({ type: 'single_line_text_field', value: text, jsonValue: text });

/** Metafields in our own namespace; a value of null is one that was never written. */
export const metafields =
  (own: Readonly<Record<string, object | null>>) =>
  ({ namespace, key }: Asked): object | null =>
    namespace === '$app' ? (own[key] ?? null) : null;

function rootOf(cart: CheckoutCart, spoiled: Spoiled): object {
  const { day, currency, rate, rules, loggedIn, statement, lines } = cart;
  const money = (minor: number) => ({ amount: functionDecimal(minor, currency), currencyCode: currency });
  const total = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0);
  const loyalty = spoiled.loyalty ?? (loggedIn && writeEntitlement(loggedIn));
  const customer = loyalty === null ? null : { metafield: metafields({ loyalty: json(loyalty) }) };
  const { storefront, checkout } = statement;
  return {
    cart: {
      attribute: ({ key }: Asked) => (key === '_regulars' && storefront !== null ? { key, value: storefront } : null),
      buyerIdentity: { isAuthenticated: loggedIn !== null, customer },
      cost: { subtotalAmount: money(total), totalAmount: money(total) },
      lines: lines.map((line) => lineFields(line, money, spoiled.cost)),
      metafield: metafields({ statement: checkout === null ? null : plain(checkout) }),
    },
    discount: {
      discountClasses: ['PRODUCT'],
      metafield: metafields({ loyalty: json(spoiled.rules ?? writeCheckoutRules(rules)) }),
    },
    presentmentCurrencyRate: rate,
    shop: { localTime: { date: day } },
  };
}

/** A line as the Function reads it; `product`: Shopify's number of what it is of. */
export function lineFields(
  line: CheckoutLine,
  money: (minor: number) => object,
  spoiledCost?: string | undefined,
  product = '1',
): object {
  const { id, quantity, unitMinor, costMinor, kind } = line;
  const isGiftCard = kind === 'giftCard';
  const written = isGiftCard || kind === 'outside' ? NEVER_DISCOUNTED : costMinor;
  const cost = written === null ? null : json(spoiledCost ?? String(written));
  const variant = {
    __typename: 'ProductVariant',
    metafield: metafields({ cost }),
    product: { id: `gid://shopify/Product/${product}`, isGiftCard },
  };
  return {
    id,
    quantity,
    cost: {
      amountPerQuantity: money(unitMinor),
      subtotalAmount: money(unitMinor * quantity),
      totalAmount: money(unitMinor * quantity),
    },
    merchandise: kind === 'custom' ? { __typename: 'CustomProduct', title: 'Engraving', isGiftCard } : variant,
  };
}
