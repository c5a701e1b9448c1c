import { createHmac, timingSafeEqual } from 'node:crypto';
import { sessionToken } from '../../support/signing.ts';
import type { AppIdentity, TokenFor } from '../sandbox.ts';

const STAFF = 42;

/** Session tokens as the admin hands them to the app's frame: one minute long, signed with the app's secret. */
export const createTokenFor =
  ({ apiKey, apiSecret }: AppIdentity): TokenFor =>
  (shop, { staffId = STAFF } = {}) =>
    sessionToken(shop, { aud: apiKey, sub: String(staffId) }, apiSecret);

/** Whether a session token is this shop's, for this app, and still good; what Shopify checks before a trade. */
export function isSessionToken(token: string, shop: string, { apiKey, apiSecret }: AppIdentity): boolean {
  const [head = '', body = '', signature = ''] = token.split('.');
  const wanted = createHmac('sha256', apiSecret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const isFresh = Number(claims.exp) * 1000 > Date.now();
  return claims.dest === `https://${shop}` && claims.aud === apiKey && isFresh;
}
