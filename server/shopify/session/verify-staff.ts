import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { type Instant, parseShopId, type ShopId } from '../../../shared/domain/ids.ts';
import type { Clock } from '../../app/ports/clock.ts';
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
/** A token lives for a minute, and a till has one. */
const KEPT_MAX = 1000;

/**
 * Whom a session token names. The library checks algorithm, signature, audience and time; on top of it `iss` and `dest`
 * must name one and the same shop, and `sub` a member of staff (decision 0037). Errors of the library quote the token,
 * so they end here. One that was believed is not checked again until it ends (decision 0041).
 */
export function createVerifyStaff(
  apiKey: string,
  secrets: Secrets,
  clock: Clock,
): (token: string) => Promise<Staff | null> {
  const decoders = secrets.map((secret) => decoderOf(apiKey, secret));
  const believed = new Map<string, Believed>();
  const decode = async (token: string) => {
    for (const decoder of decoders) {
      const claims = await decoder(token).catch(() => null);
      if (claims !== null) return claims;
    }
    return null;
  };
  return async (token) => {
    const known = believed.get(token);
    if (known !== undefined && clock.now() < known.endsAt) return known.staff;
    const claims = token.length > TOKEN_LENGTH_MAX ? null : await decode(token);
    const checked = claims === null ? null : believedOf(claims);
    if (checked === null) return null;
    if (believed.size >= KEPT_MAX) believed.clear();
    believed.set(token, checked);
    return checked.staff;
  };
}

type Believed = { readonly staff: Staff; readonly endsAt: Instant };

/** The types of the claims are the library's hope: whoever signed may have left any of them out. */
function believedOf({ iss, dest, sub, exp }: Partial<Claims>): Believed | null {
  if (typeof iss !== 'string' || typeof dest !== 'string' || typeof sub !== 'string') return null;
  // Without an end a token would be good for ever; the library looks only at one that is there.
  if (typeof exp !== 'number' || !STAFF_ID.test(sub)) return null;
  const shop = parseShopId(dest.replace('https://', ''));
  if (shop === null || dest !== `https://${shop}` || iss !== `https://${shop}/admin`) return null;
  return { staff: { shop, staffId: sub }, endsAt: exp * 1000 };
}
