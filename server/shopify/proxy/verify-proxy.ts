import { parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import type { Clock } from '../../app/ports/clock.ts';
import { isSigned, type Secrets } from '../secrets.ts';

const TOLERANCE_MS = 90_000;
const HEX = /^[0-9a-f]{64}$/i;
/** Said twice, one of the two would be signed and the other believed. */
const ONCE = ['shop', 'timestamp', 'signature', 'path_prefix', 'logged_in_customer_id', 'hmac'];

/**
 * Shopify's app proxy signs the sorted `key=value` pairs, several values of a key joined by commas, with nothing
 * between the pairs, and says when: a request older or younger than 90 s is not answered.
 */
export function createVerifyProxy(secrets: Secrets, clock: Clock): (query: string) => ShopId | null {
  return (query) => {
    const params = new URLSearchParams(query);
    if (ONCE.some((name) => params.getAll(name).length > 1)) return null;
    const signature = params.get('signature') ?? '';
    if (!HEX.test(signature) || !isFresh(params.get('timestamp') ?? '', clock)) return null;
    if (!isSigned(signedText(params), Buffer.from(signature, 'hex'), secrets)) return null;
    return parseShopId(params.get('shop') ?? '');
  };
}

function signedText(params: URLSearchParams): string {
  const names = [...new Set(params.keys())].filter((name) => name !== 'signature');
  return names
    .map((name) => `${name}=${params.getAll(name).join(',')}`)
    .sort()
    .join('');
}

const isFresh = (timestamp: string, clock: Clock): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(clock.now() - Number(timestamp) * 1000) <= TOLERANCE_MS;
