import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { OfflineSession, SessionStore } from '../../app/ports/session-store.ts';
import type { AskForTokens } from './token-endpoint.ts';

/** Renewed so long before the end, so that no call is under way with a token that ends. */
const EARLY_MS = 5 * 60_000;
/** When renewing fails, the old token serves until so long before its end. */
const LAST_MS = 30_000;
/** Longer than two asked-for answers take; who dies while renewing holds the others up no longer. */
const LOCK_MS = 40_000;
const LOOKS_MAX = 100;
const LOOK_MS = 200;
const ASKS_MAX = 2;

export type AccessTokens = {
  /** A token that is good for the next minutes; renewed on the way when it is not. */
  readonly current: (shop: ShopId) => Promise<string>;
  /** Shopify does not take this token: another one, whatever its date says. */
  readonly instead: (shop: ShopId, refused: string) => Promise<string>;
  /** New tokens in any case: a shop that is idle for 90 days would lock us out. */
  readonly renew: (shop: ShopId) => Promise<void>;
};

export type AccessTokensDeps = {
  readonly sessions: SessionStore;
  readonly askForTokens: AskForTokens;
  readonly clock: Clock;
  readonly log: Log;
  readonly pause: (ms: number) => Promise<void>;
};

const gone = (cause?: string) => new AppError('shop_uninstalled', false, cause);

/**
 * The shop's tokens, renewed by one at a time over all processes. Whoever finds the lock taken waits and looks again.
 * Both tokens are kept in one write; a lost answer costs nothing, since Shopify takes the old refresh token until the
 * new one is used (decision 0031).
 */
export function createAccessTokens(deps: AccessTokensDeps): AccessTokens {
  const { sessions, clock } = deps;
  const load = async (shop: ShopId): Promise<OfflineSession> => {
    const session = await sessions.load(shop);
    if (session === null) throw gone();
    return session;
  };
  const replace = createReplace(deps);
  const isStillGood = (session: OfflineSession) => clock.now() < session.accessTokenExpiresAt - LAST_MS;
  return {
    current: async (shop) => {
      const session = await load(shop);
      if (clock.now() < session.accessTokenExpiresAt - EARLY_MS) return session.accessToken;
      const renewed = await replace(shop, session).catch((error: unknown) => {
        if (error instanceof AppError && error.retryable && isStillGood(session)) return session;
        throw error;
      });
      return renewed.accessToken;
    },
    instead: async (shop, refused) => {
      const session = await load(shop);
      if (session.accessToken !== refused) return session.accessToken;
      return (await replace(shop, session)).accessToken;
    },
    renew: async (shop) => {
      await replace(shop, await load(shop));
    },
  };
}

type Replace = (shop: ShopId, seen: OfflineSession) => Promise<OfflineSession>;

/** Another session than the one seen: our own renewal, or that of whoever was faster. */
function createReplace(deps: AccessTokensDeps): Replace {
  const { sessions, clock, pause } = deps;
  const renewLocked = createRenewLocked(deps);
  return async (shop, seen) => {
    for (let look = 0; look < LOOKS_MAX; look += 1) {
      const now = clock.now();
      const lock = await sessions.lock(shop, now, now + LOCK_MS);
      if (lock !== null) return renewLocked(shop, seen).finally(lock.release);
      await pause(LOOK_MS);
      const session = await sessions.load(shop);
      if (session === null) throw gone();
      if (session.accessToken !== seen.accessToken) return session;
    }
    throw new AppError('shopify_unavailable', true, 'somebody else renews the tokens');
  };
}

function createRenewLocked({ sessions, askForTokens, log }: AccessTokensDeps): Replace {
  return async (shop, seen) => {
    const before = await sessions.load(shop);
    if (before === null) throw gone();
    if (before.accessToken !== seen.accessToken) return before;
    const granted = await askTwice(askForTokens, shop, before.refreshToken);
    if (granted.outcome === 'granted') {
      await sessions.store(shop, granted.session);
      return granted.session;
    }
    // Somebody may have traded a session token meanwhile, which needs no lock.
    const after = await sessions.load(shop);
    if (after !== null && after.refreshToken !== before.refreshToken) return after;
    log.warn('session.refused', { shop, code: granted.code });
    // Without a session the next visit of the merchant brings new tokens.
    await sessions.remove(shop);
    throw gone(granted.code);
  };
}

async function askTwice(askForTokens: AskForTokens, shop: ShopId, refreshToken: string) {
  for (let asks = 1; ; asks += 1) {
    try {
      return await askForTokens(shop, { grant_type: 'refresh_token', refresh_token: refreshToken });
    } catch (error) {
      const isOver = asks === ASKS_MAX || !(error instanceof AppError) || !error.retryable;
      if (isOver) throw error;
    }
  }
}
