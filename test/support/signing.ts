import { createHmac } from 'node:crypto';

/** The app's own credentials in tests; invented. */
export const TEST_KEY = 'test-api-key';
export const TEST_SECRET = 'test-api-secret';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export type TokenClaims = Readonly<Record<string, unknown>>;

/** A session token as Shopify's admin gives it to staff: valid by default; `claims` say what is wrong with it. */
export function sessionToken(shop: string, claims: TokenClaims = {}, secret = TEST_SECRET): string {
  const now = Math.floor(Date.now() / 1000);
  const head = base64url({ alg: 'HS256', typ: 'JWT' });
  const body = base64url({
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: TEST_KEY,
    sub: '42',
    exp: now + 60,
    nbf: now - 1,
    iat: now - 1,
    jti: 'f8912129-1af6-4cad-9ca3-76b0f7621087',
    sid: 'aaea182f2732d44c23057c0fea584021a4485b2bd25d3eb7fd349313ad24c685',
    ...claims,
  });
  const signature = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}

/** The query that Shopify's app proxy adds: sorted pairs, joined without anything between, signed. */
export function proxyQuery(shop: string, change: Readonly<Record<string, string>> = {}, secret = TEST_SECRET): string {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const fields = { shop, path_prefix: '/apps/regulars', timestamp, logged_in_customer_id: '', ...change };
  const text = Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('');
  const signature = createHmac('sha256', secret).update(text).digest('hex');
  return new URLSearchParams({ ...fields, signature }).toString();
}

/** The headers of a webhook over a raw body. */
export function webhookHeaders(
  shop: string,
  topic: string,
  body: string | Uint8Array,
  change: Readonly<Record<string, string>> = {},
  secret = TEST_SECRET,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'x-shopify-shop-domain': shop,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': crypto.randomUUID(),
    'x-shopify-triggered-at': new Date().toISOString(),
    ...change,
  };
}
