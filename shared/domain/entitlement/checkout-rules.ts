import type { ShopId } from '../ids.ts';
import { parseCurrency } from '../money/currency.ts';
import type { CheckoutRules, EntitlementKey } from './entitlement.ts';
import { isCount, readJson } from './read-json.ts';

const MARGIN_MAX = 1_000_000;

/** The value of the discount's app-owned metafield (type json). Keys are pairs of id and hexadecimal digits. */
export const writeCheckoutRules = ({ shop, currency, marginBp, floorOn, keys, message }: CheckoutRules): string =>
  JSON.stringify({
    version: 1,
    shop,
    currency,
    marginBp,
    floorOn,
    keys: keys.map(({ id, hex }) => [id, hex]),
    message,
  });

/** Reads the discount's metafield, as text or already parsed; null for anything `writeCheckoutRules` would not write. */
export function readCheckoutRules(value: unknown): CheckoutRules | null {
  const json = readJson(value);
  if (json === null || json.version !== 1) return null;
  const { shop, currency, marginBp, floorOn, message } = json;
  const keys = readKeys(json.keys);
  if (typeof shop !== 'string' || typeof currency !== 'string' || parseCurrency(currency) === null) return null;
  if (!isCount(marginBp, MARGIN_MAX) || typeof floorOn !== 'boolean' || typeof message !== 'string') return null;
  return keys === null ? null : { shop: shop as ShopId, currency, marginBp, floorOn, keys, message };
}

function readKeys(value: unknown): readonly EntitlementKey[] | null {
  if (!Array.isArray(value)) return null;
  const keys: EntitlementKey[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string' || typeof pair[1] !== 'string') return null;
    if (pair[0].length !== 1 || !/^[0-9a-f]{32}$/i.test(pair[1])) return null;
    keys.push({ id: pair[0], hex: pair[1] });
  }
  return keys;
}
