import { currencyDigits } from '../money/currency.ts';
import type { CheckoutRules } from './entitlement.ts';
import { shopKey } from './statement-form.ts';

/** Version of what we write into metafields: the first element of the row. */
export const ROW_VERSION = 1;

/**
 * The version of what says a cap too. Each of our automatic discounts reads one of the two and gives nothing for the
 * other, so that carts without a cap pay nothing for it (decision 0056).
 */
export const CAPPED_VERSION = 3;

/**
 * The value of the discount's app-owned metafield (type json), a row and not an object with names, since checkout pays
 * for every name it reads: `[1, shop, currency, margin, floor on, message, digits of the currency, key id, k, e, y, s,
 * …]`. Each key is the shop's own (`shopKey`), as four words.
 */
export function writeCheckoutRules({ shop, currency, marginBp, floorOn, keys, message }: CheckoutRules): string {
  const head = [ROW_VERSION, shop, currency, marginBp, floorOn, message, currencyDigits(currency)];
  return JSON.stringify([...head, ...keys.flatMap((key) => [key.id, ...shopKey(key, shop)])]);
}
