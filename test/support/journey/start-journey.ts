import { mongo } from 'mongoose';
import { ids } from '../../../server/ids.ts';
import { openStorage, type Storage } from '../../../server/storage/open-storage.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { type AppProcess, createAppProcess } from '../app-process.ts';
import { freePort } from '../free-port.ts';
import { createMerchant, type Merchant } from '../merchant.ts';
import { openTestDatabase } from '../mongo.ts';
import { TEST_KEY, TEST_SECRET } from '../signing.ts';

/** The whole product, running: the app as a process of its own, the sandbox in the test, a real MongoDB. */
export type Journey = {
  readonly sandbox: Sandbox;
  readonly app: AppProcess;
  /** What the app is told by its surroundings, for a second process of it. */
  readonly env: Readonly<Record<string, string>>;
  /** Our own look into the app's database. */
  readonly storage: Storage;
  readonly database: mongo.Db;
  readonly merchant: (shop: string) => Merchant;
  readonly stop: () => Promise<void>;
};

export type JourneyOptions = {
  /** The database; left out: a fresh one of the server that the tests share. */
  readonly uri?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the chances of webhooks that come badly. */
  readonly seed?: number;
};

const KEY = { id: 'test', key: Buffer.alloc(32, 3) };

/** Starts everything and waits until the app is ready. What was started before something failed is stopped again. */
export async function startJourney(options: JourneyOptions = {}): Promise<Journey> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return { ...(await startAll(options, closers)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  { uri: given, env = {}, seed = 1 }: JourneyOptions,
  closers: (() => Promise<unknown>)[],
): Promise<Omit<Journey, 'stop'>> {
  const uri = given ?? (await openDatabase(closers));
  const port = await freePort();
  const identity = { url: `http://127.0.0.1:${port}`, apiKey: TEST_KEY, apiSecret: TEST_SECRET };
  const sandbox = await startSandbox({ app: identity, seed });
  closers.push(() => sandbox.stop());
  const whole = { ...surroundings(uri, sandbox.url()), ...env };
  const app = createAppProcess(port, whole);
  closers.push(() => app.stop());
  await app.start();
  const storage = await openStorage({ uri, encryptionKeys: [KEY], newInboxId: ids.inbox });
  closers.push(() => storage.close());
  const client = await mongo.MongoClient.connect(uri);
  closers.push(() => client.close());
  const merchant = (shop: string) => createMerchant(identity.url, async () => sandbox.sessionToken(shop));
  return { sandbox, app, env: whole, storage, database: client.db(), merchant };
}

async function openDatabase(closers: (() => Promise<unknown>)[]): Promise<string> {
  const { uri, drop } = await openTestDatabase();
  closers.push(drop);
  return uri;
}

const surroundings = (uri: string, sandboxUrl: string): Readonly<Record<string, string>> => ({
  MONGODB_URI: uri,
  SHOPIFY_API_KEY: TEST_KEY,
  SHOPIFY_API_SECRET: TEST_SECRET,
  ENCRYPTION_KEYS: `${KEY.id}:${KEY.key.toString('base64')}`,
  SHOPIFY_ORIGIN: `${sandboxUrl}/shops/{shop}`,
  APP_BRIDGE_URL: `${sandboxUrl}/app-bridge.js`,
});
