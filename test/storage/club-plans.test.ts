import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { order } from '../app/builders.ts';
import { countedIds } from '../app/counted.ts';
import { aVisit } from '../support/builders/a-club.ts';
import { testMongo } from '../support/mongo.ts';
import { type Operation, profile } from './profiled.ts';
import { seedPlans } from './seed-plans.ts';

const SHOP = 'plans.myshopify.com' as ShopId;
const COUNT = 1500;
const OPEN_INVITATIONS = 40;
const MONTH = '2026-03';

const mongo = testMongo();
let storage: Storage;
let during: (call: () => Promise<unknown>) => Promise<readonly Operation[]>;
beforeAll(async () => {
  const encryptionKeys = [{ id: 'test', key: Buffer.alloc(32, 1) }];
  storage = await openStorage({ uri: mongo.uri(), encryptionKeys, newInboxId: countedIds().inbox });
  for (const name of ['plans', 'other-plans', 'third-plans']) {
    await seedPlans(mongo.database(), `${name}.myshopify.com` as ShopId, COUNT);
  }
  ({ during } = await profile(mongo.database()));
}, 60_000);
afterAll(() => storage.close());

type Call = readonly [name: string, call: () => Promise<unknown>, examinedMax: number];

/** Also what reaches into other shops goes by an index: by the club, the code, or the shop as partner. */
describe('reading the club of a shop goes by an index', () => {
  const clubs = () => storage.stores.clubs;
  const calls: readonly Call[] = [
    ['its own part', () => clubs().part(SHOP), 1],
    ['its open invitations', () => clubs().invitations(SHOP, 0), OPEN_INVITATIONS],
    ['a visit', () => clubs().findVisit(SHOP, order(7)), 1],
    ['a visit told again', () => clubs().putVisit(SHOP, aVisit(7, SHOP, MONTH, 10), { updatedAt: 2, refunds: 1 }), 1],
    ['who is in it', () => clubs().members(SHOP), 3],
    ['an invitation by its code', () => clubs().take(SHOP, `${SHOP} 7`, 0), 1],
    ['what a month came to here', () => clubs().visitsHere(SHOP, MONTH), COUNT / 12 + 1],
    [
      'what a month came to elsewhere',
      () => clubs().visitsElsewhere('partner-one.myshopify.com' as ShopId, MONTH),
      (3 * COUNT) / 12,
    ],
  ];
  it.each(calls)('%s', async (_name, call, examinedMax) => {
    const operations = await during(call);
    expect(operations.length).toBeGreaterThan(0);
    for (const { plan, docsExamined } of operations) {
      expect(plan).toContain('IXSCAN');
      expect(plan).not.toContain('COLLSCAN');
      expect(docsExamined).toBeLessThanOrEqual(examinedMax);
    }
  });
});
