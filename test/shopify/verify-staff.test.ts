import { createHmac } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { createVerifyStaff } from '../../server/shopify/session/verify-staff.ts';
import { sessionToken, TEST_KEY, TEST_SECRET } from '../support/signing.ts';
import { PREVIOUS_SECRET, SHOP } from './set-up.ts';

const verify = createVerifyStaff(TEST_KEY, [TEST_SECRET, PREVIOUS_SECRET], { now: () => Date.now() });
const now = () => Math.floor(Date.now() / 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a session token', () => {
  it('names a shop and a member of its staff', async () => {
    expect(await verify(sessionToken(SHOP))).toEqual({ shop: SHOP, staffId: '42' });
  });

  it('is good under the secret before, for as long as we keep it', async () => {
    expect(await verify(sessionToken(SHOP, {}, PREVIOUS_SECRET))).toEqual({ shop: SHOP, staffId: '42' });
  });

  it.each([
    ['signed by somebody else', () => sessionToken(SHOP, {}, 'another-secret')],
    ['of another app', () => sessionToken(SHOP, { aud: 'another-app' })],
    ['that has ended', () => sessionToken(SHOP, { exp: now() - 11 })],
    ['that has not begun', () => sessionToken(SHOP, { nbf: now() + 60 })],
    ['without an end', () => sessionToken(SHOP, { exp: undefined })],
    ['that names two shops', () => sessionToken(SHOP, { iss: 'https://another.myshopify.com/admin' })],
    ['of no shop of Shopify', () => sessionToken('evil.example.test')],
    ['whose shop hides another', () => sessionToken(SHOP, { dest: `https://${SHOP}.evil.example.test` })],
    ['with a shop beside the host', () => sessionToken(SHOP, { dest: `https://evil.example.test/${SHOP}` })],
    ['of the shop by http', () => sessionToken(SHOP, { dest: `http://${SHOP}` })],
    ['of a shopper', () => sessionToken(SHOP, { sub: 'gid://shopify/Customer/42' })],
    ['of nobody', () => sessionToken(SHOP, { sub: undefined })],
    ['without an issuer', () => sessionToken(SHOP, { iss: undefined })],
    ['that is none', () => 'abc.def.ghi'],
    ['that is empty', () => ''],
    ['that is endless', () => `${'a'.repeat(100_000)}.b.c`],
  ])('%s is not believed', async (_, token) => {
    expect(await verify(token())).toBeNull();
  });

  it('cannot choose to be unsigned, or signed otherwise', async () => {
    const [, body = ''] = sessionToken(SHOP).split('.');
    const unsigned = part({ alg: 'none', typ: 'JWT' });
    expect(await verify(`${unsigned}.${body}.`)).toBeNull();
    const other = part({ alg: 'HS512', typ: 'JWT' });
    const signature = createHmac('sha512', TEST_SECRET).update(`${other}.${body}`).digest('base64url');
    expect(await verify(`${other}.${body}.${signature}`)).toBeNull();
  });

  it('cannot be changed after it was signed', async () => {
    const [head = '', body = '', signature = ''] = sessionToken(SHOP).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    expect(await verify(`${head}.${part({ ...claims, sub: '43' })}.${signature}`)).toBeNull();
  });

  it('is checked once, and believed by our clock until it ends and not a moment longer', async () => {
    const token = sessionToken(SHOP);
    const endsAt = (now() + 60) * 1000;
    let at = Date.now();
    const remembering = createVerifyStaff(TEST_KEY, [TEST_SECRET], { now: () => at });
    expect(await remembering(token)).toEqual({ shop: SHOP, staffId: '42' });
    jest.useFakeTimers({
      now: endsAt + 60_000,
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'],
    });
    try {
      at = endsAt - 1000;
      expect(await remembering(token)).toEqual({ shop: SHOP, staffId: '42' });
      expect(await remembering(sessionToken(SHOP, { exp: endsAt / 1000 }))).toBeNull();
      at = endsAt;
      expect(await remembering(token)).toBeNull();
    } finally {
      jest.useRealTimers();
    }
  });

  it('is never written anywhere', async () => {
    const said = await whatIsSaid(() => verify(sessionToken(SHOP, {}, 'another-secret')));
    expect(said).toEqual([]);
  });
});

/** Everything that reaches the console meanwhile. */
async function whatIsSaid(act: () => Promise<unknown>): Promise<readonly unknown[]> {
  const said: unknown[] = [];
  const before = { ...console };
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[method] = (...words: unknown[]) => void said.push(...words);
  }
  try {
    await act();
  } finally {
    Object.assign(console, before);
  }
  return said;
}
