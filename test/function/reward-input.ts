import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductId } from '../../shared/domain/ids.ts';
import type { OfferGives } from '../../shared/domain/offer/offer.ts';
import { offerDiscounts } from '../../shared/domain/offer/quote-offer.ts';
import { writeRewardRules } from '../../shared/domain/offer/reward-rules.ts';
import { functionDecimal } from '../sandbox/storefront/exact.ts';
import { buildFunctionInput } from '../sandbox/storefront/function-input.ts';
import { loadFunctionSchema } from '../sandbox/storefront/function-schema.ts';
import { type CheckoutCart, floorOf } from './checkout-cart.ts';
import { json, lineFields, metafields } from './function-input.ts';

function queryOf(name: string): string {
  const folder = join(import.meta.dirname, '../../extension', name);
  const toml = readFileSync(join(folder, 'shopify.extension.toml'), 'utf8');
  return readFileSync(join(folder, /input_query = "(.+)"/.exec(toml)?.[1] ?? ''), 'utf8');
}

/** The input queries that the extensions of the codes are deployed with. */
export const rewardQueries = { percent: queryOf('reward-function'), gift: queryOf('gift-function') } as const;

/** What the lines of a test's cart are of: five products, again and again. */
export const productOf = (i: number): ProductId => String(8_123_456_789_000 + (i % 5)) as ProductId;

/** What Shopify hands to the Function when a code of that kind is in the cart. */
export function rewardInputOf(cart: CheckoutCart, gives: OfferGives, spoiled?: string): unknown {
  const { currency, rate, rules, lines } = cart;
  const money = (minor: number) => ({ amount: functionDecimal(minor, currency), currencyCode: currency });
  const total = lines.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0);
  const reward = json(spoiled ?? writeRewardRules({ ...rules, gives }));
  const root = {
    cart: {
      cost: { subtotalAmount: money(total), totalAmount: money(total) },
      lines: lines.map((line, i) => lineFields(line, money, undefined, productOf(i))),
    },
    discount: { discountClasses: ['PRODUCT'], metafield: metafields({ reward }) },
    presentmentCurrencyRate: rate,
  };
  return buildFunctionInput(loadFunctionSchema(), rewardQueries[gives.kind], root, lines.length);
}

/** What the server says that the reward takes from each line of the cart. */
export function rewardQuoteOf(cart: CheckoutCart, gives: OfferGives): readonly number[] {
  const isGoods = cart.lines.map(({ kind }) => kind !== 'giftCard' && kind !== 'outside');
  const lines = cart.lines.map((line, i) => ({
    id: line.id,
    quantity: isGoods[i] ? line.quantity : 0,
    amountMinor: isGoods[i] ? line.quantity * line.unitMinor : 0,
    floorMinor: isGoods[i] ? floorOf(cart, line) : 0,
    productId: line.kind === 'custom' ? null : productOf(i),
  }));
  return offerDiscounts(lines, gives);
}
