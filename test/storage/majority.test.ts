import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import { storedShops } from '../../server/storage/shop/shop.schema.ts';
import { countedIds } from '../app/counted.ts';
import { aShop, SHOP } from '../app/set-up.ts';
import { primaryOf } from '../support/journey/primary.ts';
import { eventually } from '../support/merchant.ts';

const settings = { encryptionKeys: [{ id: 'test', key: Buffer.alloc(32, 1) }], newInboxId: countedIds().inbox };

let dataDir = '';
let database: EmbeddedMongo;
let storage: Storage;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'regulars-majority-'));
  database = await startEmbeddedMongo({ dataDir, replicas: 3, say: () => undefined });
  storage = await openStorage({ uri: database.uri, ...settings });
  await storage.stores.shops.save(aShop({ name: 'Before' }));
}, 120_000);
afterAll(async () => {
  await storage.close();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Says it to the first member alone, while the others do not hear it. */
async function renameOnOneMember(name: string): Promise<() => void> {
  const first = await primaryOf(database);
  const others = database.members.filter(({ port }) => port !== first.port).map(({ pid }) => pid() ?? 0);
  const tell = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of others) process.kill(pid, signal);
  };
  const client = await mongo.MongoClient.connect(`mongodb://127.0.0.1:${first.port}/?directConnection=true`);
  tell('SIGSTOP');
  try {
    const shops = client.db('regulars').collection(storedShops.name);
    await shops.updateOne({ shop: SHOP }, { $set: { name } }, { writeConcern: { w: 1 } });
    return () => tell('SIGCONT');
  } catch (error) {
    tell('SIGCONT');
    throw error;
  } finally {
    await client.close();
  }
}

describe('What one member of the database has taken and no majority', () => {
  it('is not believed before the majority has it', async () => {
    const nameOf = async () => (await storage.stores.shops.find(SHOP))?.name;
    const wake = await renameOnOneMember('After');
    try {
      expect(await nameOf()).toBe('Before');
    } finally {
      wake();
    }
    expect(await eventually(nameOf, (name) => name === 'After', 20_000)).toBe('After');
  }, 60_000);
});
