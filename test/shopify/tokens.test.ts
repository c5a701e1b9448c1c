import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aSession, codeOf, SHOP, type Stage, setUp } from './set-up.ts';

const MINUTE = 60_000;

let set: Stage;
beforeEach(async () => {
  set = await setUp();
  set.played.fields = {
    shop: { name: 'Mill', currencyCode: 'EUR', ianaTimezone: 'Europe/Prague', taxesIncluded: true },
  };
});
afterEach(() => set.played.stop());

const details = () => set.shopify.admin.shopDetails(SHOP);
const tokenCalls = () => set.played.calls.filter(({ path }) => path.endsWith('/admin/oauth/access_token'));
const tokensUsed = () => set.played.calls.flatMap(({ token }) => token ?? []);

/** Shopify's rule: a refresh token serves until the one that came for it is used. */
function grantInTurn(): void {
  let number = 0;
  set.played.grant = () => {
    number += 1;
    const body = {
      access_token: `access-${number}`,
      expires_in: 3600,
      refresh_token: `refresh-${number}`,
      refresh_token_expires_in: 7_776_000,
      scope: 'read_orders, write_customers',
    };
    return { status: 200, body };
  };
}

describe('the first sight of a shop', () => {
  it('trades the session token for tokens that end, and keeps both', async () => {
    await set.sessions.remove(SHOP);
    const now = set.clock.now();
    expect(await set.shopify.signIn.exchange(SHOP, 'a.session.token')).toEqual({
      outcome: 'exchanged',
      scopes: ['read_orders', 'write_customers'],
    });
    expect(await set.sessions.load(SHOP)).toEqual({
      accessToken: 'access-1',
      accessTokenExpiresAt: now + 60 * MINUTE,
      refreshToken: 'refresh-1',
      refreshTokenExpiresAt: now + 7_776_000_000,
      scopes: ['read_orders', 'write_customers'],
    });
    expect(tokenCalls()[0]).toMatchObject({
      path: `/shops/${SHOP}/admin/oauth/access_token`,
      body: {
        client_id: 'test-api-key',
        client_secret: 'test-api-secret',
        subject_token: 'a.session.token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '1',
      },
    });
  });

  it('asks for another session token when Shopify no longer takes this one', async () => {
    set.played.grant = () => ({ status: 400, body: { error: 'invalid_subject_token' } });
    expect(await set.shopify.signIn.exchange(SHOP, 'old')).toEqual({ outcome: 'stale' });
  });

  it('sends a window away that is still open after the shop has thrown us out', async () => {
    set.played.grant = () => ({ status: 400, body: { error: 'application_cannot_be_found' } });
    expect(await set.shopify.signIn.exchange(SHOP, 'a.session.token')).toEqual({ outcome: 'stale' });
  });

  it.each([
    ['that Shopify does not know our app', 400, { error: 'invalid_client' }, 'shopify_refused'],
    ['that Shopify is away', 503, {}, 'shopify_unavailable'],
    ['that something in between answers', 400, 'sorry', 'shopify_unavailable'],
    ['a token without an end', 200, { access_token: 'a', scope: 'read_orders' }, 'shopify_refused'],
  ])('says %s', async (_, status, body, code) => {
    set.played.grant = () => ({ status, body });
    expect(await codeOf(set.shopify.signIn.exchange(SHOP, 'token'))).toBe(code);
  });
});

describe('a token near its end', () => {
  it('is renewed before it is used', async () => {
    grantInTurn();
    set.clock.pass(56 * MINUTE);
    await details();
    expect(tokensUsed()).toEqual(['access-1']);
    expect(tokenCalls()[0]?.body).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh-0' });
    expect(await set.sessions.load(SHOP)).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
  });

  it('is left alone while it is good', async () => {
    set.clock.pass(54 * MINUTE);
    await details();
    expect(tokenCalls()).toEqual([]);
  });

  it('is renewed once, however many need it at once, in however many processes', async () => {
    grantInTurn();
    set.clock.pass(59 * MINUTE);
    const processes = [set.shopify, set.another, set.shopify, set.another];
    await Promise.all(processes.map(({ admin }) => admin.shopDetails(SHOP)));
    expect(tokenCalls()).toHaveLength(1);
    expect(tokensUsed()).toEqual(['access-1', 'access-1', 'access-1', 'access-1']);
  });

  it('is not renewed again by who got the lock just after somebody else had renewed it', async () => {
    set.clock.pass(59 * MINUTE);
    const { admin } = set.over({
      ...set.sessions,
      lock: async (shop, now, until) => {
        await set.sessions.store(shop, aSession(now, { accessToken: 'access-7' }));
        return set.sessions.lock(shop, now, until);
      },
    });
    await admin.shopDetails(SHOP);
    expect(tokensUsed()).toEqual(['access-7']);
    expect(tokenCalls()).toEqual([]);
  });

  it('is renewed with the same refresh token when the answer gets lost', async () => {
    grantInTurn();
    set.played.tokenMishaps.push({ kind: 'lost' });
    set.clock.pass(59 * MINUTE);
    await details();
    expect(tokenCalls().map(({ body }) => body.refresh_token)).toEqual(['refresh-0', 'refresh-0']);
    expect(await set.sessions.load(SHOP)).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
  });

  it('serves to its end when Shopify cannot renew it now', async () => {
    set.played.tokenMishaps.push({ kind: 'status', status: 503 }, { kind: 'status', status: 503 });
    set.clock.pass(57 * MINUTE);
    await details();
    expect(tokensUsed()).toEqual(['access-0']);
  });

  it('says that Shopify is away when it has ended and cannot be renewed, and may be renewed later', async () => {
    set.played.tokenMishaps.push({ kind: 'lost' }, { kind: 'lost' });
    set.clock.pass(61 * MINUTE);
    expect(await codeOf(details())).toBe('shopify_unavailable');
    grantInTurn();
    await details();
    expect(tokensUsed()).toEqual(['access-1']);
  });

  it('is renewed by the next one when whoever held the lock died', async () => {
    grantInTurn();
    set.clock.pass(61 * MINUTE);
    await set.sessions.lock(SHOP, set.clock.now(), set.clock.now() + 10_000);
    await details();
    expect(tokensUsed()).toEqual(['access-1']);
  });

  it('waits for no lock for ever', async () => {
    set.clock.pass(61 * MINUTE);
    await set.sessions.lock(SHOP, set.clock.now(), set.clock.now() + 60 * MINUTE);
    expect(await codeOf(details())).toBe('shopify_unavailable');
  });

  it('is renewed on demand, so that an idle shop does not lock us out', async () => {
    grantInTurn();
    await set.shopify.renew(SHOP);
    expect(await set.sessions.load(SHOP)).toMatchObject({ refreshToken: 'refresh-1' });
  });
});

describe('a token that Shopify does not take', () => {
  it('is replaced once, and the call made again', async () => {
    grantInTurn();
    set.played.accepted = new Set(['access-1']);
    expect(await details()).toMatchObject({ name: 'Mill' });
    expect(tokensUsed()).toEqual(['access-0', 'access-1']);
  });

  it('is replaced by what another process has got meanwhile', async () => {
    set.played.accepted = new Set(['access-7']);
    const call = details();
    await set.sessions.store(SHOP, aSession(set.clock.now(), { accessToken: 'access-7' }));
    expect(await call).toMatchObject({ name: 'Mill' });
    expect(tokenCalls()).toEqual([]);
  });

  it('means that we are no longer installed when the new one is not taken either', async () => {
    grantInTurn();
    set.played.accepted = new Set();
    expect(await codeOf(details())).toBe('shop_uninstalled');
    expect(tokenCalls()).toHaveLength(1);
  });

  it('means so too when it cannot be renewed any more, and the next visit brings new ones', async () => {
    set.played.accepted = new Set();
    set.played.grant = () => ({ status: 400, body: { error: 'invalid_request' } });
    expect(await codeOf(details())).toBe('shop_uninstalled');
    expect(await set.sessions.load(SHOP)).toBeNull();
    expect(await codeOf(details())).toBe('shop_uninstalled');
  });

  it('is kept when it is our own secret that Shopify does not know', async () => {
    set.clock.pass(61 * MINUTE);
    set.played.grant = () => ({ status: 401, body: { error: 'invalid_client' } });
    expect(await codeOf(details())).toBe('shopify_refused');
    expect(await set.sessions.load(SHOP)).not.toBeNull();
  });

  it('is never logged', async () => {
    set.played.accepted = new Set();
    set.played.grant = () => ({ status: 400, body: { error: 'invalid_request' } });
    await codeOf(details());
    expect(set.logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(set.logged)).not.toMatch(/access-|refresh-|test-api-secret/);
  });
});
