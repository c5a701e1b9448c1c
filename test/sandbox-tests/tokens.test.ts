import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAdmin, openStage, type SandboxStage, SHOP, tokensOf } from './sandbox-stage.ts';

const HOUR_MS = 3_600_000;

describe('the tokens of the sandbox', () => {
  let stage: SandboxStage;
  beforeAll(async () => {
    stage = await openStage();
    stage.sandbox.addShop({ domain: SHOP });
  });
  afterAll(() => stage.end());

  const isLetIn = async (token: unknown) =>
    (await askAdmin(stage.sandbox, String(token), '{ shop { name } }')).status === 200;
  const refresh = (token: unknown) =>
    tokensOf(stage.sandbox, { grant_type: 'refresh_token', refresh_token: String(token) });

  it('trades no session token of another shop', async () => {
    const subject_token = stage.sandbox.sessionToken('other.myshopify.com');
    expect(await tokensOf(stage.sandbox, { subject_token })).toEqual({ status: 400, error: 'invalid_subject_token' });
  });

  it('ends an access token after an hour, and gives another for the refresh token', async () => {
    const first = await tokensOf(stage.sandbox);
    expect(first).toMatchObject({ status: 200, expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect(await isLetIn(first.access_token)).toBe(true);
    stage.sandbox.world.clock.advance(HOUR_MS + 1000);
    expect(await isLetIn(first.access_token)).toBe(false);
    const second = await refresh(first.refresh_token);
    expect(await isLetIn(second.access_token)).toBe(true);
  });

  it('takes an old refresh token until its replacement was used', async () => {
    const first = await tokensOf(stage.sandbox);
    const second = await refresh(first.refresh_token);
    const again = await refresh(first.refresh_token);
    expect([second.status, again.status]).toEqual([200, 200]);
    expect((await refresh(again.refresh_token)).status).toBe(200);
    expect(await refresh(first.refresh_token)).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('takes nothing any more from an app that was sent away', async () => {
    const { access_token } = await tokensOf(stage.sandbox);
    stage.sandbox.shop(SHOP).uninstall();
    expect(await isLetIn(access_token)).toBe(false);
    expect((await tokensOf(stage.sandbox)).status).toBe(400);
  });
});
