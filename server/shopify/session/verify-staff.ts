import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import type { Secrets } from '../secrets.ts';

type Staff = { readonly shop: ShopId; readonly staffId: string };

type Decode = ReturnType<typeof shopifyApi>['session']['decodeSessionToken'];
type Claims = Awaited<ReturnType<Decode>>;

/** Shopify's own library reads the token; it logs nothing, for what it would log is the token. */
function decoderOf(apiKey: string, secret: string): Decode {
  return shopifyApi({
    apiKey,
    apiSecretKey: secret,
    apiVersion: ApiVersion.October26,
    hostName: 'regulars.invalid',
    isEmbeddedApp: true,
    logger: { level: LogSeverity.Error, log: () => undefined },
  }).session.decodeSessionToken;
}

const STAFF_ID = /^[1-9][0-9]{0,19}$/;
const TOKEN_LENGTH_MAX = 8192;

/**
 * Whom a session token names. The library checks algorithm, signature, audience and time; on top of it `iss` and `dest`
 * must name one and the same shop, and `sub` a member of staff (decision 0037). Errors of the library quote the token,
 * so they end here.
 */
export function createVerifyStaff(apiKey: string, secrets: Secrets): (token: string) => Promise<Staff | null> {
  const decoders = secrets.map((secret) => decoderOf(apiKey, secret));
  const decode = async (token: string) => {
    for (const decoder of decoders) {
      const claims = await decoder(token).catch(() => null);
      if (claims !== null) return claims;
    }
    return null;
  };
  return async (token) => {
    const claims = token.length > TOKEN_LENGTH_MAX ? null : await decode(token);
    return claims === null ? null : staffOf(claims);
  };
}

/** The types of the claims are the library's hope: whoever signed may have left any of them out. */
function staffOf({ iss, dest, sub, exp }: Partial<Claims>): Staff | null {
  if (typeof iss !== 'string' || typeof dest !== 'string' || typeof sub !== 'string') return null;
  // Without an end a token would be good for ever; the library looks only at one that is there.
  if (typeof exp !== 'number' || !STAFF_ID.test(sub)) return null;
  const shop = parseShopId(dest.replace('https://', ''));
  if (shop === null || dest !== `https://${shop}` || iss !== `https://${shop}/admin`) return null;
  return { shop, staffId: sub };
}
