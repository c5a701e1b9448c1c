import type { ShopId } from '../ids.ts';
import type { CheckoutRules, EntitlementKey } from './entitlement.ts';
import { isCount, ROW_VERSION, readRow } from './read-row.ts';

const KEYS_AT = 6;
const MARGIN_MAX = 1_000_000;

/**
 * The value of the discount's app-owned metafield (type json):
 * `[1, shop, currency, margin, floor on, message, key id, key, …]`.
 */
export const writeCheckoutRules = ({ shop, currency, marginBp, floorOn, keys, message }: CheckoutRules): string =>
  JSON.stringify([
    ROW_VERSION,
    shop,
    currency,
    marginBp,
    floorOn,
    message,
    ...keys.flatMap(({ id, hex }) => [id, hex]),
  ]);

/** Reads the discount's metafield; null for anything `writeCheckoutRules` would not write. */
export function readCheckoutRules(value: unknown): CheckoutRules | null {
  const row = readRow(value);
  if (row === null || row.length % 2 !== 0) return null;
  const shop = row[1];
  const currency = row[2];
  const marginBp = row[3];
  const floorOn = row[4];
  const message = row[5];
  if (typeof shop !== 'string' || typeof currency !== 'string' || typeof message !== 'string') return null;
  if (!isCount(marginBp, MARGIN_MAX) || typeof floorOn !== 'boolean') return null;
  const keys: EntitlementKey[] = [];
  for (let i = KEYS_AT; i < row.length; i += 2) {
    const id = row[i];
    const hex = row[i + 1];
    if (typeof id !== 'string' || typeof hex !== 'string' || hex.length !== 32) return null;
    keys.push({ id, hex });
  }
  return { shop: shop as ShopId, currency, marginBp, floorOn, message, keys };
}
