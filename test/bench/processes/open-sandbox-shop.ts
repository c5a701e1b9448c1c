import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { mongo as driver } from 'mongoose';
import type { ProgramView } from '../../../shared/contract/program.ts';
import type { ProgramDraft } from '../../../shared/domain/program/draft.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import { freePort } from '../../support/free-port.ts';
import { createMerchant } from '../../support/merchant.ts';
import { TEST_KEY, TEST_SECRET } from '../../support/signing.ts';
import { BENCH_SHOP } from '../bench-shop.ts';
import { everSpent, everyYear } from '../drafts.ts';
import type { Bench } from '../start-bench.ts';
import { type Started, startApp } from './start-app.ts';

export type SandboxShop = {
  readonly sandbox: Sandbox;
  readonly shop: ShopWorld;
  readonly customers: readonly number[];
  readonly variants: readonly number[];
  readonly web: Started;
  readonly worker: Started;
  readonly database: mongo.Db;
  /** Waits until nothing is left to be acted on or to be told to Shopify. */
  readonly quiet: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const QUIET_WITHIN_MS = 180_000;
const PARALLEL = 64;

/**
 * The app as two processes, web and worker, with a shop of the sandbox that has two programs and customers who have
 * not bought anything yet. Everything that its installation brings about is over.
 */
export async function openSandboxShop(bench: Bench, part: string, customers: number): Promise<SandboxShop> {
  const uri = bench.databaseOf(part);
  const port = await freePort();
  const app = { url: `http://127.0.0.1:${port}`, apiKey: TEST_KEY, apiSecret: TEST_SECRET };
  const sandbox = await startSandbox({ app });
  bench.defer(sandbox.stop);
  const shop = sandbox.addShop({ domain: BENCH_SHOP, installed: false });
  const people = Array.from({ length: customers }, (_, n) => shop.createCustomer({ email: `b${n}@example.test` }).id);
  const goods = {
    title: 'Tea',
    variants: [4500, 6000, 2000].map((priceMinor) => ({ title: `${priceMinor}`, priceMinor })),
  };
  const { variants } = shop.addProduct(goods);
  shop.install();
  sandbox.delivery.mode({ parallel: PARALLEL });
  const settings = { mongodbUri: uri, shopifyOrigin: `${sandbox.url()}/shops/{shop}`, port };
  const web = await startApp(bench, { ...settings, role: 'web', doing: part });
  const worker = await startApp(bench, { ...settings, role: 'worker', doing: part });
  const { database, close } = await openDatabase(bench, uri);
  const merchant = createMerchant(app.url, async () => sandbox.sessionToken(BENCH_SHOP));
  await merchant.get('/api/shop');
  for (const draft of [everSpent, everyYear]) await publish(merchant, draft);
  const quiet = () => untilQuiet(sandbox, database);
  await untilAll(database, customers);
  await quiet();
  const stop = async (): Promise<void> => {
    await Promise.all([web.stop(), worker.stop()]);
    await sandbox.stop();
    await close();
  };
  const variantIds = variants.map(({ id }) => id);
  return { sandbox, shop, customers: people, variants: variantIds, web, worker, database, quiet, stop };
}

async function openDatabase({ defer }: Bench, uri: string) {
  const client = await driver.MongoClient.connect(uri);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await client.db().dropDatabase();
    await client.close();
  };
  defer(close);
  return { database: client.db(), close };
}

async function publish(merchant: ReturnType<typeof createMerchant>, draft: ProgramDraft): Promise<void> {
  const { id } = await merchant.post<ProgramView>('/api/programs', { draft });
  await merchant.post<ProgramView>(`/api/programs/${id}/publish`, { effectiveAt: null });
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const last = performance.now() + QUIET_WITHIN_MS; performance.now() < last; await pause(100)) {
    if (await isSo()) return;
  }
  throw new Error(`not within ${QUIET_WITHIN_MS / 1000} s: ${what}`);
}

/** Everybody has come over with the first import, and has a standing in both programs. */
const untilAll = (database: mongo.Db, customers: number): Promise<void> =>
  until(async () => {
    const count = await database.collection('standings').countDocuments({ 'standing.standings': { $size: 2 } });
    return count >= customers;
  }, 'everybody has a standing');

const untilQuiet = (sandbox: Sandbox, database: mongo.Db): Promise<void> =>
  until(async () => {
    if (sandbox.delivery.waiting() > 0) return false;
    const waiting = await database.collection('inbox').countDocuments({ dueAt: { $exists: true } });
    return waiting + (await database.collection('entitlement-outbox').countDocuments({})) === 0;
  }, 'nothing is left to do');
