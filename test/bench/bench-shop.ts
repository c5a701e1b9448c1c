import { mongo } from 'mongoose';
import { createUseCases } from '../../server/app/create-use-cases.ts';
import { newShop } from '../../server/app/shop/new-shop.ts';
import { createSimulatePast } from '../../server/app/simulation/simulate-past.ts';
import type { UseCases } from '../../server/app/use-cases.ts';
import { hashing } from '../../server/hashing.ts';
import { chance, ids } from '../../server/ids.ts';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import type { ProgramDraft } from '../../shared/domain/program/draft.ts';
import { createInMemoryShopifyAdmin } from '../support/in-memory-shopify-admin.ts';
import { BENCH_KEY } from './processes/start-app.ts';

export const BENCH_SHOP = 'bench.myshopify.com' as ShopId;

export type BenchShop = {
  readonly storage: Storage;
  readonly useCases: UseCases;
  /** The database as the driver has it, for rows in great numbers. */
  readonly database: mongo.Db;
  readonly publish: (draft: ProgramDraft) => Promise<void>;
  readonly drop: () => Promise<void>;
};

const log = { info: () => undefined, warn: () => undefined, error: console.error };
const details = { name: 'Bench', currency: 'EUR', timeZone: 'Europe/Berlin', pricesIncludeTax: true } as const;
const YEAR_MS = 365 * 86_400_000;

/** An installed shop with tokens for another year, made by the app's own storage and use cases; nobody is asked. */
export async function openBenchShop(uri: string): Promise<BenchShop> {
  const storage = await openStorage({ uri, encryptionKeys: [BENCH_KEY], newInboxId: ids.inbox });
  const client = await mongo.MongoClient.connect(uri);
  const { stores, privacyFiles } = storage;
  const useCases = createUseCases({
    stores,
    privacyFiles,
    admin: createInMemoryShopifyAdmin(),
    clock: { now: () => Date.now() },
    ids,
    chance,
    hashing,
    log,
    askForSweep: async () => undefined,
    nudgeInbox: () => undefined,
    nudgeOutbox: () => undefined,
    nudgeSimulations: () => undefined,
    simulator: createSimulatePast(stores),
  });
  await stores.shops.save(newShop(BENCH_SHOP, details, ['read_orders'], Date.now(), chance));
  const ends = Date.now() + YEAR_MS;
  const tokens = { accessToken: 'bench', refreshToken: 'bench', scopes: ['read_orders'] };
  await stores.sessions.store(BENCH_SHOP, { ...tokens, accessTokenExpiresAt: ends, refreshTokenExpiresAt: ends });
  let isDropped = false;
  return {
    storage,
    useCases,
    database: client.db(),
    publish: (draft) => publish(useCases, draft),
    drop: async () => {
      if (isDropped) return;
      isDropped = true;
      await client.db().dropDatabase();
      await client.close();
      await storage.close();
    },
  };
}

async function publish(useCases: UseCases, draft: ProgramDraft): Promise<void> {
  const drafted = await useCases.draftProgram(BENCH_SHOP, null, draft);
  const published = drafted.ok ? await useCases.publishProgram(BENCH_SHOP, drafted.value.id, null, null) : drafted;
  if (!published.ok) throw new Error(`the program of the bench is refused: ${JSON.stringify(published.error)}`);
}
