import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoMemoryServer } from 'mongodb-memory-server-core';
import { AppError } from '../../server/app/ports/app-error.ts';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import { findMongod } from '../../server/storage/embedded/find-mongod.ts';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import { customer } from '../app/builders.ts';
import { countedIds } from '../app/counted.ts';
import { aShop, SHOP } from '../app/set-up.ts';
import { collect } from '../battery/place.ts';
import { aDelivery } from '../battery/samples.ts';

const settings = { encryptionKeys: [{ id: 'test', key: Buffer.alloc(32, 1) }], newInboxId: countedIds().inbox };

describe('a database that is away', () => {
  let dataDir = '';
  let mongo: EmbeddedMongo;
  let storage: Storage;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'regulars-away-'));
    mongo = await startEmbeddedMongo({ dataDir, say: () => undefined });
    storage = await openStorage({ uri: mongo.uri, ...settings });
    await storage.stores.shops.save(aShop());
  }, 120_000);
  afterAll(async () => {
    await storage.close();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is told in our words within seconds, whatever was asked, and is used again when it is back', async () => {
    const { shops, inbox, standings, journal } = storage.stores;
    await mongo.members[0]?.kill();
    const startedAt = performance.now();
    const calls = [
      shops.find(SHOP),
      inbox.file(SHOP, aDelivery('a')),
      journal.last(SHOP, customer(1)),
      collect(standings.all(SHOP)),
    ];
    const failures = (await Promise.allSettled(calls)).map((one) => (one.status === 'rejected' ? one.reason : null));
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(AppError);
      expect(failure).toMatchObject({ code: 'database_unanswered', retryable: true });
    }
    await expect(storage.ping()).rejects.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    await mongo.members[0]?.start();
    expect((await shops.find(SHOP))?.name).toBe('Demo shop');
    await storage.ping();
  }, 60_000);
});

describe('a database we cannot run on', () => {
  it('is refused in words when it stands alone', async () => {
    const { binary, version } = await findMongod({ say: () => undefined });
    const alone = await MongoMemoryServer.create({ binary: { systemBinary: binary, version } });
    try {
      await expect(openStorage({ uri: alone.getUri('regulars'), ...settings })).rejects.toThrow('stands alone');
    } finally {
      await alone.stop();
    }
  }, 60_000);
});
