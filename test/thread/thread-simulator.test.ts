import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asked, Progress } from '../../server/app/ports/simulation-store.ts';
import { createSimulatePast } from '../../server/app/simulation/simulate-past.ts';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import { createThreadSimulator } from '../../server/thread/thread-simulator.ts';
import type { ShopId, VariantId } from '../../shared/domain/ids.ts';
import { anOrder, aRefund, customer, order } from '../app/builders.ts';
import { countedIds } from '../app/counted.ts';
import { NOW } from '../app/set-up.ts';
import { aSimulation } from '../support/builders/a-simulation.ts';
import { freePort } from '../support/free-port.ts';
import { testMongo } from '../support/mongo.ts';

const SHOP = 'thread.myshopify.com' as ShopId;
const ORDERS = 600;
const { programs } = aSimulation(1).asked;
const asked: Asked = { ...aSimulation(1).asked, programs: [...programs, ...programs], marginBp: 500 };
const never = () => new AbortController().signal;
const quietly = () => undefined;

const mongo = testMongo();
let storage: Storage;
beforeAll(async () => {
  const encryptionKeys = [{ id: 'test', key: Buffer.alloc(32, 1) }];
  storage = await openStorage({ uri: mongo.uri(), encryptionKeys, newInboxId: countedIds().inbox });
  const { purchases, costs } = storage.stores;
  await costs.put(SHOP, NOW, [{ variantId: '1' as VariantId, costMinor: 5 }]);
  for (let i = 1; i <= ORDERS; i += 1) {
    const told = anOrder(i, { processedAt: NOW - i * 3_600_000, amountMinor: i * 7 });
    await purchases.record(SHOP, order(i), told, i % 20 === 0 ? [aRefund(i, i)] : []);
    if (i % 9 !== 0) await purchases.attribute(SHOP, order(i), customer(i % 7), false);
  }
}, 60_000);
afterAll(() => storage.close());

describe('a simulation in a thread of its own', () => {
  it('comes to what it comes to without one, and says how far it is', async () => {
    const told: Progress[] = [];
    const watch = { tell: (progress: Progress) => void told.push(progress), signal: never() };
    const found = await createThreadSimulator(mongo.uri())(SHOP, asked, watch);
    const here = await createSimulatePast(storage.stores)(SHOP, asked, { tell: quietly, signal: never() });
    expect(found).toEqual(here);
    expect(found[0]?.totals.orders).toBe(ORDERS - Math.floor(ORDERS / 9));
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['reading', 'walking']));
    const parts = told.map(({ doneBp }) => doneBp);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  }, 30_000);

  it('ends at once when it is cancelled', async () => {
    const stopping = new AbortController();
    const tell = () => stopping.abort();
    await expect(createThreadSimulator(mongo.uri())(SHOP, asked, { tell, signal: stopping.signal })).rejects.toThrow(
      /abort/i,
    );
    await expect(
      createThreadSimulator(mongo.uri())(SHOP, asked, { tell: quietly, signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  }, 30_000);

  it('says that the database is away as everything else does', async () => {
    const uri = new URL(mongo.uri());
    uri.host = `127.0.0.1:${await freePort()}`;
    uri.search = '?directConnection=true';
    const running = createThreadSimulator(uri.href)(SHOP, asked, { tell: quietly, signal: never() });
    await expect(running).rejects.toMatchObject({ code: 'database_unanswered', retryable: true });
  }, 30_000);
});
