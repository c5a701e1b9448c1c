import { randomBytes } from 'node:crypto';
import type { ShopContext } from '../world/context.ts';
import type { Installation, Token } from '../world/things.ts';

const ACCESS_MS = 60 * 60_000;
const REFRESH_MS = 90 * 24 * 60 * 60_000;
/** A refresh token that was used works on until its replacement is first used, and no longer than this. */
const RECOVERY_MS = 30 * 24 * 60 * 60_000;
const KEPT = 20;

export type Granted = {
  readonly access_token: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly refresh_token_expires_in: number;
};

const newToken = (prefix: string, expiresAt: number): Token => ({
  value: `${prefix}_${randomBytes(16).toString('hex')}`,
  expiresAt,
  replacedBy: null,
  voidAt: null,
});

const isGood = (token: Token, now: number): boolean =>
  (token.expiresAt ?? now) > now - 1 && (token.voidAt === null || token.voidAt > now);

/** Both tokens of a shop, the offline and expiring kind. */
export function grantTokens({ state, now }: ShopContext, installation: Installation, used: Token | null): Granted {
  const at = now();
  const access = newToken('shpat', at + ACCESS_MS);
  const refresh = newToken('shprt', at + REFRESH_MS);
  const retired = installation.refreshTokens.map((token) => {
    if (token === used) return { ...token, replacedBy: refresh.value, voidAt: token.voidAt ?? at + RECOVERY_MS };
    // The replacement was used, so the one before it is of no use any more.
    return used !== null && token.replacedBy === used.value ? { ...token, voidAt: at } : token;
  });
  state.installation = {
    ...installation,
    accessTokens: [...installation.accessTokens, access].slice(-KEPT),
    refreshTokens: [...retired, refresh].slice(-KEPT),
  };
  return {
    access_token: access.value,
    scope: installation.scopes.join(','),
    expires_in: ACCESS_MS / 1000,
    refresh_token: refresh.value,
    refresh_token_expires_in: REFRESH_MS / 1000,
  };
}

/** The refresh token of that text when it still works. */
export const findRefreshToken = (installation: Installation, value: string, now: number): Token | null =>
  installation.refreshTokens.find((token) => token.value === value && isGood(token, now)) ?? null;

/** Whether the Admin API lets in who carries this. */
export function isAccessToken({ state, now }: ShopContext, value: string): boolean {
  const { installation } = state;
  return installation?.accessTokens.some((token) => token.value === value && isGood(token, now())) ?? false;
}
