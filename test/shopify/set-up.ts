import type { OfflineSession, SessionStore } from '../../server/app/ports/session-store.ts';
import { createShopify, type Shopify } from '../../server/shopify/create-shopify.ts';
import type { Instant, ShopId } from '../../shared/domain/ids.ts';
import { countedIds } from '../app/counted.ts';
import { createInMemoryStores } from '../support/in-memory/create-in-memory-stores.ts';
import { TEST_KEY, TEST_SECRET } from '../support/signing.ts';
import { loadAdminSchema } from './admin-schema.ts';
import { type PlayedShopify, playShopify } from './played-shopify.ts';

export const SHOP = 'demo.myshopify.com' as ShopId;
export const PREVIOUS_SECRET = 'test-api-secret-before';

export type Stage = {
  readonly shopify: Shopify;
  /** A second process of ours: the same sessions, its own everything else. */
  readonly another: Shopify;
  /** A process whose session store a test has its hand in. */
  readonly over: (sessions: SessionStore) => Shopify;
  readonly played: PlayedShopify;
  readonly sessions: SessionStore;
  readonly clock: { readonly now: () => Instant; pass: (ms: number) => void };
  readonly pauses: readonly number[];
  readonly logged: readonly { readonly event: string; readonly facts: Record<string, unknown> }[];
};

export const aSession = (now: Instant, change: Partial<OfflineSession> = {}): OfflineSession => ({
  accessToken: 'access-0',
  accessTokenExpiresAt: now + 3_600_000,
  refreshToken: 'refresh-0',
  refreshTokenExpiresAt: now + 90 * 86_400_000,
  scopes: ['read_orders'],
  ...change,
});

/** Shopify is played on loopback; pausing takes no time but moves the clock. */
export async function setUp(): Promise<Stage> {
  const played = await playShopify(loadAdminSchema());
  const { sessions } = createInMemoryStores({ newInboxId: countedIds().inbox });
  const pauses: number[] = [];
  const logged: { event: string; facts: Record<string, unknown> }[] = [];
  let now: Instant = Date.now();
  const clock = {
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
  };
  const note = (event: string, facts: Record<string, unknown> = {}) => void logged.push({ event, facts });
  const make = (over: SessionStore = sessions) =>
    createShopify({
      apiKey: TEST_KEY,
      apiSecret: TEST_SECRET,
      apiSecretPrevious: PREVIOUS_SECRET,
      shopifyOrigin: `${played.url}/shops/{shop}`,
      sessions: over,
      clock,
      log: { info: note, warn: note, error: note },
      jitter: () => 1,
      pause: async (ms) => {
        pauses.push(ms);
        clock.pass(ms);
        await new Promise(setImmediate);
      },
    });
  await sessions.store(SHOP, aSession(now));
  return { shopify: make(), another: make(), over: make, played, sessions, clock, pauses, logged };
}

/** The code of the AppError that a call ends with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
