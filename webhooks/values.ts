import { z } from 'zod';
import { type Instant, parseShopifyId } from '../shared/domain/ids.ts';
import { currencyDigits, parseCurrency } from '../shared/domain/money/currency.ts';
import { type DecimalRefusal, parseDecimal } from '../shared/domain/money/decimal.ts';
import type { CurrencyCode } from '../shared/domain/money/money.ts';

type ShopifyIdOf = NonNullable<ReturnType<typeof parseShopifyId>>;

/** Shopify's number, written as a number, as text or as a gid; a number too large for JavaScript is no number. */
export const shopifyId = <T extends ShopifyIdOf>() =>
  z.union([z.int(), z.string()], { error: 'not an id' }).transform((value, context): T => {
    const id = parseShopifyId<T>(value);
    if (id !== null) return id;
    context.addIssue({ code: 'custom', message: 'not an id' });
    return z.NEVER;
  });

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

/** ISO 8601 with an offset, as Shopify writes instants. */
export const instant = z.string().transform((text, context): Instant => {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  context.addIssue({ code: 'custom', message: 'not an instant with an offset' });
  return z.NEVER;
});

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** A currency whose number of digits is known: guessing it would be guessing money (decision 0032). */
export const currency = z.string().transform((text, context): CurrencyCode => {
  const code = parseCurrency(text);
  if (code !== null && KNOWN.has(code)) return code;
  context.addIssue({ code: 'custom', message: 'unknown currency' });
  return z.NEVER;
});

/** Ten times what Shopify lets an order hold; a body with more would be too large to keep as a purchase. */
export const LIST_MAX = 5000;

/** A name or title; what lies beyond Shopify's own length is cut off. */
export const shortText = z.string().transform((text) => text.slice(0, 255));

/** How many pieces: a whole number, zero or more. */
export const quantity = z.int().min(0);

export type ShopMoney = { readonly minor: number; readonly currency: CurrencyCode };

const words: Readonly<Record<DecimalRefusal['code'], (code: CurrencyCode) => string>> = {
  not_a_decimal: () => 'not a decimal number',
  too_precise: (code) => `more than the ${currencyDigits(code)} decimals of ${code}`,
  too_large: () => 'too large',
  negative: () => 'below zero',
};

/** `…_set`: what it comes to in the shop's currency, read digit by digit. The buyer's currency is not looked at. */
const moneySet = (isSigned: boolean) =>
  z.object({
    shop_money: z.object({ amount: z.string(), currency_code: currency }).transform((money, context): ShopMoney => {
      const isNegative = isSigned && money.amount.startsWith('-');
      const read = parseDecimal(isNegative ? money.amount.slice(1) : money.amount, money.currency_code);
      if (read.ok) return { minor: isNegative ? 0 - read.value : read.value, currency: money.currency_code };
      const message = words[read.error.code](money.currency_code);
      context.addIssue({ code: 'custom', message, path: ['amount'] });
      return z.NEVER;
    }),
  });

export const amountSet = moneySet(false);
/** Adjustments of a refund are below zero where money went to the buyer. */
export const signedAmountSet = moneySet(true);
