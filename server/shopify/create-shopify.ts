import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ShopId } from '../../shared/domain/ids.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { Log } from '../app/ports/log.ts';
import type { SessionStore } from '../app/ports/session-store.ts';
import type { ShopifyAdmin } from '../app/ports/shopify-admin.ts';
import { createAskAdmin } from './admin/ask-admin.ts';
import { createBudgets } from './admin/budgets.ts';
import { createAdmin } from './admin/create-admin.ts';
import { createOriginOf } from './origin.ts';
import { createVerifyProxy } from './proxy/verify-proxy.ts';
import { secretsOf } from './secrets.ts';
import { createAccessTokens } from './session/access-tokens.ts';
import { createExchange } from './session/exchange.ts';
import { createTokenEndpoint } from './session/token-endpoint.ts';
import { createVerifyStaff } from './session/verify-staff.ts';
import { createCheckWebhook } from './webhook/check-webhook.ts';

export type ShopifyDeps = {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly apiSecretPrevious: string | null;
  /** `https://{shop}`, or where Shopify is played. */
  readonly shopifyOrigin: string;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Tests do not wait. */
  readonly pause?: (ms: number) => Promise<void>;
  readonly jitter?: () => number;
};

export type Shopify = {
  readonly admin: ShopifyAdmin;
  readonly signIn: {
    readonly verifyStaff: ReturnType<typeof createVerifyStaff>;
    readonly exchange: ReturnType<typeof createExchange>;
    readonly verifyProxy: ReturnType<typeof createVerifyProxy>;
  };
  readonly checkWebhook: ReturnType<typeof createCheckWebhook>;
  /** New tokens for a shop that may have been idle for long. */
  readonly renew: (shop: ShopId) => Promise<void>;
};

/** Everything between us and Shopify: who asks us, and what we ask. */
export function createShopify(deps: ShopifyDeps): Shopify {
  const { apiKey, apiSecret, sessions, clock, log, jitter = Math.random } = deps;
  const pause = deps.pause ?? (async (ms: number) => pauseFor(ms));
  const secrets = secretsOf(apiSecret, deps.apiSecretPrevious);
  const originOf = createOriginOf(deps.shopifyOrigin);
  const askForTokens = createTokenEndpoint({ originOf, clock, apiKey, apiSecret });
  const tokens = createAccessTokens({ sessions, askForTokens, clock, log, pause });
  const budgets = createBudgets(clock, pause);
  const askAdmin = createAskAdmin({ originOf, tokens, budgets, clock, log, pause, jitter });
  return {
    admin: createAdmin({ askAdmin, clock, log }),
    signIn: {
      verifyStaff: createVerifyStaff(apiKey, secrets, clock),
      exchange: createExchange(askForTokens, sessions),
      verifyProxy: createVerifyProxy(secrets, clock),
    },
    checkWebhook: createCheckWebhook(secrets),
    renew: tokens.renew,
  };
}
