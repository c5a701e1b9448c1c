import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { createUseCases } from '../../server/app/create-use-cases.ts';
import type { Clock } from '../../server/app/ports/clock.ts';
import type { Log } from '../../server/app/ports/log.ts';
import type { Stores } from '../../server/app/ports/stores.ts';
import { createSimulatePast } from '../../server/app/simulation/simulate-past.ts';
import type { UseCases } from '../../server/app/use-cases.ts';
import { hashing } from '../../server/hashing.ts';
import { createApp } from '../../server/http/app.ts';
import type { PageSettings } from '../../server/http/deps.ts';
import type { SignIn } from '../../server/http/sign-in.ts';
import { chance, ids, newId } from '../../server/ids.ts';
import { createShopify } from '../../server/shopify/create-shopify.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { createActOnDelivery } from '../../webhooks/act-on-delivery.ts';
import { createWebhookRouter } from '../../webhooks/router.ts';
import { createInMemoryStores } from './in-memory/create-in-memory-stores.ts';
import { createInMemoryShopifyAdmin, type InMemoryShopifyAdmin } from './in-memory-shopify-admin.ts';
import { sessionToken, TEST_KEY, TEST_SECRET } from './signing.ts';

type Logged = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: Record<string, unknown>;
};

/** Whoever asks for this shop hears that Shopify no longer takes the token. */
const STALE: string = 'stale-token.myshopify.com';

export type TestApp = {
  readonly url: string;
  readonly stores: Stores;
  readonly useCases: UseCases;
  readonly shopify: InMemoryShopifyAdmin;
  readonly clock: { readonly now: () => number };
  readonly logged: readonly Logged[];
  /** Shops whose token was traded, one entry a trade. */
  readonly exchanges: readonly string[];
  readonly shop: (text: string) => ShopId;
  readonly as: (shop: string) => Asker;
  /** Acts on everything that waits in the inbox, once. */
  readonly actOnInbox: () => Promise<void>;
  /** The clock of the use cases goes on by so much; sessions and signatures keep the real one. */
  readonly skip: (ms: number) => void;
  readonly breakDatabase: (isBroken: boolean) => void;
  readonly stop: () => Promise<void>;
};

type Asker = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  readonly send: (method: string, path: string, body: unknown) => Promise<Response>;
};

export type TestAppOptions = {
  readonly page?: Partial<PageSettings>;
  readonly change?: (useCases: UseCases) => UseCases;
  readonly proxyCallsPerMinute?: number;
};

const page: PageSettings = {
  apiKey: TEST_KEY,
  appUrl: 'http://127.0.0.1',
  appBridgeUrl: 'https://bridge.example/app-bridge.js',
  sandboxOrigin: null,
  adminFolder: join(import.meta.dirname, '..', 'fixtures', 'admin-pages'),
};

/**
 * The assembled web side on a free port, with the real routes, the real session check and the real signatures; stores
 * are the in-memory ones, and Shopify is the one that passes for it in use case tests.
 */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const logged: Logged[] = [];
  const exchanges: string[] = [];
  let skipped = 0;
  const parts = createParts(logged, exchanges, { now: () => clock.now() + skipped });
  const { stores, inShopify } = parts;
  const useCases = options.change?.(parts.useCases) ?? parts.useCases;
  let isBroken = false;
  const app = createApp({
    ...parts,
    useCases,
    page: { ...page, ...options.page },
    newId,
    nudgeInbox: quietly,
    pingDatabase: async () => {
      if (isBroken) throw new Error('away');
    },
    trustedProxies: 1,
    proxyCallsPerMinute: options.proxyCallsPerMinute ?? 1000,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    stores,
    useCases,
    shopify: inShopify,
    clock,
    logged,
    exchanges,
    shop: (text) => text as ShopId,
    as: (shop) => askAs(url, shop),
    actOnInbox: () => actOnInbox(stores, useCases),
    skip: (ms) => {
      skipped += ms;
    },
    breakDatabase: (broken) => {
      isBroken = broken;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const clock = { now: () => Date.now() };
const quietly = (): void => undefined;

/** The pieces that `server/compose.ts` puts together, over memory. */
function createParts(logged: Logged[], exchanges: string[], useCaseClock: Clock) {
  const log = recordingLog(logged);
  const stores = createInMemoryStores({ newInboxId: ids.inbox });
  const secrets = { apiKey: TEST_KEY, apiSecret: TEST_SECRET, apiSecretPrevious: null };
  const shopify = createShopify({
    ...secrets,
    shopifyOrigin: 'https://{shop}',
    sessions: stores.sessions,
    clock,
    log,
  });
  const signIn: SignIn = { ...shopify.signIn, exchange: (shop) => exchange(stores, exchanges, shop) };
  const inShopify = createInMemoryShopifyAdmin();
  const useCases = createUseCases({
    stores,
    privacyFiles: stores.privacyFiles,
    admin: inShopify,
    clock: useCaseClock,
    ids,
    chance,
    hashing,
    log,
    askForSweep: async () => undefined,
    nudgeInbox: quietly,
    nudgeOutbox: quietly,
    nudgeSimulations: quietly,
    simulator: createSimulatePast(stores),
  });
  const { inbox } = stores;
  const webhooks = createWebhookRouter({ check: shopify.checkWebhook, inbox, clock, log, nudge: quietly });
  return { stores, signIn, useCases, inShopify, clock, log, webhooks };
}

/** Shopify's side of the trade: it takes every token but those of one shop. */
async function exchange({ sessions }: Stores, exchanges: string[], shop: ShopId) {
  if (shop === STALE) return { outcome: 'stale' } as const;
  exchanges.push(shop);
  const scopes = ['read_orders'];
  const hour = clock.now() + 3_600_000;
  const tokens = { accessToken: 'an-access-token', refreshToken: 'a-refresh-token' };
  await sessions.store(shop, { ...tokens, accessTokenExpiresAt: hour, refreshTokenExpiresAt: hour, scopes });
  return { outcome: 'exchanged', scopes } as const;
}

async function actOnInbox({ inbox }: Stores, useCases: UseCases): Promise<void> {
  const act = createActOnDelivery({ useCases });
  const now = clock.now();
  for (const item of await inbox.claim(now, now + 60_000, 1000)) {
    await inbox.settle(item.shop, item, await act(item.shop, item));
  }
}

function recordingLog(logged: Logged[]): Log {
  const at =
    (level: Logged['level']) =>
    (event: string, facts: Record<string, unknown> = {}) => {
      logged.push({ level, event, facts });
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** Each request carries a fresh session token, as App Bridge sends it. */
function askAs(url: string, shop: string): Asker {
  const send = (method: string, path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${sessionToken(shop)}`, 'content-type': 'application/json' },
      ...(body === undefined || method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
  return {
    get: (path) => send('GET', path, undefined),
    post: (path, body) => send('POST', path, body),
    send,
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
