import type { ShopId } from '../ids.ts';
import { currencyDigits } from '../money/currency.ts';
import type { CheckoutRules, EntitlementKey } from './entitlement.ts';
import { ROW_VERSION, readRow } from './read-row.ts';

const KEYS_AT = 7;
const KEY_LENGTH = 32;

/**
 * The value of the discount's app-owned metafield (type json):
 * `[1, shop, currency, margin, floor on, message, digits of the currency, key id, key, …]`.
 */
export function writeCheckoutRules({ shop, currency, marginBp, floorOn, keys, message }: CheckoutRules): string {
  const head = [ROW_VERSION, shop, currency, marginBp, floorOn, message, currencyDigits(currency)];
  return JSON.stringify([...head, ...keys.flatMap(({ id, hex }) => [id, hex])]);
}

/** Reads the discount's metafield; null for anything `writeCheckoutRules` would not write. */
export function readCheckoutRules(value: unknown): CheckoutRules | null {
  const row = readRow(value, 'string,string,number,boolean,string,number,', 'string,string,');
  if (row === null) return null;
  const [, shop, currency, marginBp, floorOn, message] = row as [1, ShopId, string, number, boolean, string];
  const keys: EntitlementKey[] = [];
  for (let i = KEYS_AT; i < row.length; i += 2) {
    const hex = row[i + 1] as string;
    if (hex.length !== KEY_LENGTH) return null;
    keys.push({ id: row[i] as string, hex });
  }
  return marginBp >= 0 ? { shop, currency, marginBp, floorOn, message, keys } : null;
}
