import { join } from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import type { ShopId } from '../shared/domain/ids.ts';
import { createActOnDelivery } from '../webhooks/act-on-delivery.ts';
import { createWebhookRouter } from '../webhooks/router.ts';
import { createUseCases } from './app/create-use-cases.ts';
import type { Clock } from './app/ports/clock.ts';
import type { Log } from './app/ports/log.ts';
import type { Stores } from './app/ports/stores.ts';
import { createDiscountTexts } from './app/shop/discount-texts.ts';
import type { UseCases } from './app/use-cases.ts';
import type { Config } from './config.ts';
import { hashing } from './hashing.ts';
import { createApp } from './http/app.ts';
import type { PageSettings } from './http/deps.ts';
import { chance, ids, newId } from './ids.ts';
import { createCloseDrawsJob } from './jobs/close-draws.job.ts';
import { createCodePump } from './jobs/code-pump.ts';
import { createContinueImport } from './jobs/continue-import.job.ts';
import { createEachShop } from './jobs/each-shop.ts';
import { createExpireCards } from './jobs/expire-cards.job.ts';
import { createForgetWebhookBodies } from './jobs/forget-webhook-bodies.job.ts';
import { createInboxPump } from './jobs/inbox-pump.ts';
import { createKeepTokensAlive } from './jobs/keep-tokens-alive.job.ts';
import { createOutboxPump } from './jobs/outbox-pump.ts';
import { createReconcileOrders } from './jobs/reconcile-orders.job.ts';
import { createRefreshAfterPublish, REFRESH_AFTER_PUBLISH } from './jobs/refresh-after-publish.job.ts';
import { createRefreshDueStandings } from './jobs/refresh-due-standings.job.ts';
import { createRefreshShops } from './jobs/refresh-shops.job.ts';
import type { ScheduledJob } from './jobs/scheduled-job.ts';
import { createScheduler, type Scheduler } from './jobs/scheduler.ts';
import { createSimulationPump } from './jobs/simulation-pump.ts';
import { createShopify } from './shopify/create-shopify.ts';
import { openStorage } from './storage/open-storage.ts';
import { createThreadSimulator } from './thread/thread-simulator.ts';

/** The whole app, put together and not yet listening or working. */
export type Regulars = {
  readonly app: Express;
  readonly log: Log;
  readonly newId: () => string;
  readonly startWork: () => Promise<void>;
  readonly stopWork: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const ADMIN_FOLDER = join(import.meta.dirname, '..', 'dist', 'admin');
const PROXY_CALLS_PER_MINUTE = 60;

const clock: Clock = { now: () => Date.now() };

/** The composition root: every `create…` of the app, on one page. */
export async function compose(config: Config): Promise<Regulars> {
  const log = createLog(config.logLevel);
  const { uri, storage, close } = await openDatabase(config, log);
  const { stores, privacyFiles } = storage;
  const shopify = createShopify({ ...credentialsOf(config), sessions: stores.sessions, clock, log });

  // Pumps and jobs call use cases, and some use cases nudge a pump or ask for a job: those are filled in last.
  const nothing = () => undefined;
  const late: Late = { nudgeInbox: nothing, nudgeOutbox: nothing, nudgeSimulations: nothing, scheduler: null };
  const nudgeInbox = () => late.nudgeInbox();
  const nudgeOutbox = () => late.nudgeOutbox();
  const useCases = createUseCases({
    stores,
    privacyFiles,
    admin: shopify.admin,
    clock,
    ids,
    chance,
    hashing,
    log,
    nudgeInbox,
    nudgeOutbox,
    nudgeSimulations: () => late.nudgeSimulations(),
    simulator: createThreadSimulator(uri),
    askForSweep: async (shop, at) => late.scheduler?.ask(REFRESH_AFTER_PUBLISH, { shop }, at),
  });
  const act = createActOnDelivery({ useCases, discountTexts: createDiscountTexts(stores.shops, clock) });
  const inboxPump = createInboxPump({ inbox: stores.inbox, act, clock, log, newId, acted: nudgeOutbox });
  const outboxPump = createOutboxPump(useCases.publishEntitlements, log);
  const simulationPump = createSimulationPump(useCases.runNextSimulation, log);
  const codePump = createCodePump(useCases.publishCodes, log);
  const scheduler = await createScheduler(uri, jobsOf(useCases, stores, shopify.renew, log), log);
  late.scheduler = scheduler;
  const pumps = [inboxPump, outboxPump, codePump, simulationPump];
  const app = createApp({
    stores,
    useCases,
    signIn: shopify.signIn,
    page: pageSettings(config),
    clock,
    log,
    newId,
    webhooks: createWebhookRouter({ check: shopify.checkWebhook, inbox: stores.inbox, clock, log, nudge: nudgeInbox }),
    nudgeInbox,
    pingDatabase: storage.ping,
    trustedProxies: config.trustedProxies,
    proxyCallsPerMinute: PROXY_CALLS_PER_MINUTE,
  });
  return {
    app,
    log,
    newId,
    startWork: async () => {
      late.nudgeInbox = inboxPump.nudge;
      late.nudgeOutbox = outboxPump.nudge;
      late.nudgeSimulations = simulationPump.nudge;
      for (const pump of pumps) pump.start();
      await scheduler.start();
    },
    stopWork: async () => {
      await Promise.all([...pumps.map((pump) => pump.stop()), scheduler.stop()]);
    },
    close,
  };
}

type Late = {
  nudgeInbox: () => void;
  nudgeOutbox: () => void;
  nudgeSimulations: () => void;
  scheduler: Scheduler | null;
};

/** What a clock starts. */
function jobsOf(
  useCases: UseCases,
  { shops, imports, inbox }: Stores,
  renew: (shop: ShopId) => Promise<unknown>,
  log: Log,
): readonly ScheduledJob<unknown>[] {
  const eachShop = createEachShop(shops, log);
  return [
    createCloseDrawsJob(useCases, eachShop),
    createContinueImport(useCases, imports, eachShop),
    createExpireCards(useCases, eachShop),
    createForgetWebhookBodies(inbox, clock),
    createKeepTokensAlive(renew, eachShop),
    createReconcileOrders(useCases, eachShop),
    createRefreshAfterPublish(useCases) as ScheduledJob<unknown>,
    createRefreshDueStandings(useCases, eachShop),
    createRefreshShops(useCases, eachShop),
  ];
}

/** The database that was named, or our own below the data folder. */
async function openDatabase({ mongodbUri, dataDir, encryptionKeys }: Config, log: Log) {
  const say = (line: string) => log.info('database.prepared', { line });
  const embedded = mongodbUri === null ? await startOwnDatabase(dataDir, say) : null;
  const uri = mongodbUri ?? embedded?.uri ?? '';
  const storage = await openStorage({ uri, encryptionKeys, newInboxId: ids.inbox });
  const close = async (): Promise<void> => {
    await storage.close();
    await embedded?.stop();
  };
  return { uri, storage, close };
}

/** Loaded only where it is needed: it brings a library of its own, which a host with a database has no use for. */
async function startOwnDatabase(dataDir: string, say: (line: string) => void) {
  const { startEmbeddedMongo } = await import('./storage/embedded/embedded-mongo.ts');
  return startEmbeddedMongo({ dataDir, say });
}

const credentialsOf = ({ apiKey, apiSecret, apiSecretPrevious, shopifyOrigin }: Config) => ({
  apiKey,
  apiSecret,
  apiSecretPrevious,
  shopifyOrigin,
});

/** Where Shopify is played on this machine, its page may frame ours. */
function pageSettings({ apiKey, appUrl, appBridgeUrl, shopifyOrigin }: Config): PageSettings {
  const origin = new URL(shopifyOrigin.replaceAll('{shop}', 'shop')).origin;
  const sandboxOrigin = shopifyOrigin.startsWith('http:') ? origin : null;
  return { apiKey, appUrl, appBridgeUrl, sandboxOrigin, adminFolder: ADMIN_FOLDER };
}

/** Lines of JSON: an event, and facts that name nobody. */
function createLog(level: string): Log {
  const logger = pino({ level, base: null });
  return {
    info: (event, facts) => logger.info(facts ?? {}, event),
    warn: (event, facts) => logger.warn(facts ?? {}, event),
    error: (event, facts) => logger.error(facts ?? {}, event),
  };
}
