import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { mongo } from 'mongoose';
import { startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';

export type TestDatabase = {
  /** A database of its own in the server that the tests share. */
  readonly uri: string;
  readonly database: mongo.Db;
  readonly drop: () => Promise<void>;
};

/** The server of `TEST_MONGODB_URI`, or one of our own that ends with the test. */
async function server(): Promise<{ readonly uri: string; readonly stop: () => Promise<void> }> {
  const given = process.env.TEST_MONGODB_URI;
  if (given) return { uri: given, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), 'regulars-mongo-'));
  const started = await startEmbeddedMongo({ dataDir, say: () => undefined });
  return {
    uri: started.uri,
    stop: async () => {
      await started.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A fresh database in a real MongoDB; `drop` leaves nothing behind. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { uri: given, stop } = await server();
  const uri = new URL(given);
  uri.pathname = `/test_${randomBytes(6).toString('hex')}`;
  const client = await mongo.MongoClient.connect(uri.href);
  const database = client.db(uri.pathname.slice(1));
  return {
    uri: uri.href,
    database,
    drop: async () => {
      await database.dropDatabase();
      await client.close();
      await stop();
    },
  };
}

/** For a test file: a fresh database from before its first test until after its last. */
export function testMongo(): { readonly uri: () => string; readonly database: () => mongo.Db } {
  let opened: TestDatabase | null = null;
  beforeAll(async () => {
    opened = await openTestDatabase();
  }, 120_000);
  afterAll(async () => {
    await opened?.drop();
  }, 60_000);
  const current = (): TestDatabase => {
    if (opened === null) throw new Error('the test database is there from beforeAll on');
    return opened;
  };
  return { uri: () => current().uri, database: () => current().database };
}
