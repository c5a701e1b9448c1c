import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import { openForBusiness } from '../support/journey/busy-shop.ts';
import { killAtRandom } from '../support/journey/chaos.ts';
import { wrongAtCheckout } from '../support/journey/checkout.ts';
import { aLivelyShop } from '../support/journey/lively-shop.ts';
import { givenUp, lostDeliveries, wrongPurchases } from '../support/journey/nothing-lost.ts';
import { letJobRun, untilRested } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, unbalanced, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { openUseCases } from '../support/journey/use-cases.ts';

/** For a longer run by hand: JOURNEY_KILLS=500 JOURNEY_SEED=7. */
const KILLS = Number(process.env.JOURNEY_KILLS ?? 25);
const SEED = Number(process.env.JOURNEY_SEED ?? 4711);
const PER_KILL_MS = 6000;
/** Webhooks on their way at once, at most; more would only wait. */
const QUEUE = 120;
const PEOPLE = 25;

let dataDir = '';
let mongo: EmbeddedMongo;
let journey: Journey;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'regulars-crash-'));
  mongo = await startEmbeddedMongo({ dataDir, say: () => undefined });
  journey = await startJourney({ uri: mongo.uri, seed: SEED, env: { LOG_LEVEL: 'error' } });
}, 120_000);
afterAll(async () => {
  await journey?.stop();
  await mongo?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

describe('Power cuts in the middle of a busy day', () => {
  it(
    `cost nothing: after ${KILLS} of them every order counts once, and everybody has what the books say`,
    async () => {
      const { shop, people, cards } = await aLivelyShop(journey, 'busy.myshopify.com', PEOPLE);
      const [database] = mongo.members;
      if (database === undefined) throw new Error('no member');
      const isFull = () => journey.sandbox.delivery.waiting() > QUEUE;
      const busy = openForBusiness(shop, { people, cards, everyMs: 60, isFull }, seededDice(SEED));
      const victims = { app: journey.app, database };
      const kills = await killAtRandom(victims, seededDice(SEED + 1), KILLS).finally(busy.close);
      await untilRested(journey, shop.domain);
      // Shopify gives a webhook up after nine tries; what it gave up is found by the next look.
      if (givenUp(journey, shop).length > 0) await letJobRun(journey, 'reconcile-orders');
      await untilRested(journey, shop.domain);

      expect(kills.app + kills.database).toBeGreaterThanOrEqual(KILLS);
      expect(Math.min(kills.app, kills.database)).toBeGreaterThan(0);
      expect(await lostDeliveries(journey, shop)).toEqual([]);
      expect(await wrongPurchases(journey, shop)).toEqual({ missing: [], tooMany: 0 });
      const { stores } = journey.storage;
      const told = await storedStandings(stores, shop.domain);
      expect(told).toHaveLength(PEOPLE);
      expect(withoutJournal(told)).toEqual(await standingsByTheBooks(stores, shop));
      expect(unbalanced(told)).toEqual([]);
      expect(await openUseCases(journey.storage).rebuildStandings(shop.domain as ShopId)).toMatchObject({
        different: 0,
      });
      expect(await wrongAtCheckout(stores, shop)).toEqual([]);
      expect(journey.app.output()).toBe('');
    },
    60_000 + KILLS * PER_KILL_MS,
  );
});
