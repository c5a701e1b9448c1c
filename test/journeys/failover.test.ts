import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../server/storage/embedded/embedded-mongo.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import { openForBusiness } from '../support/journey/busy-shop.ts';
import { wrongAtCheckout } from '../support/journey/checkout.ts';
import { aLivelyShop } from '../support/journey/lively-shop.ts';
import { givenUp, lostDeliveries, wrongPurchases } from '../support/journey/nothing-lost.ts';
import { primaryOf } from '../support/journey/primary.ts';
import { untilRested } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, unbalanced, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { openUseCases } from '../support/journey/use-cases.ts';
import { eventually, type Merchant } from '../support/merchant.ts';

const SEED = 815;
/** Webhooks on their way at once, at most; more would only wait. */
const QUEUE = 120;
const PEOPLE = 15;
const FAILOVERS = 2;

let dataDir = '';
let mongo: EmbeddedMongo;
let journey: Journey;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'regulars-failover-'));
  mongo = await startEmbeddedMongo({ dataDir, replicas: 3, say: () => undefined });
  journey = await startJourney({ uri: mongo.uri, seed: SEED, env: { LOG_LEVEL: 'error' } });
}, 120_000);
afterAll(async () => {
  await journey?.stop();
  await mongo?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const acceptedBy = (shop: string): number =>
  journey.sandbox.sent.filter((one) => one.shop === shop && one.status === 200).length;

/** Kills whoever is first, waits until the app works without it, brings it back; answers how long each took, in ms. */
async function loseTheFirst(shop: string, merchant: Merchant): Promise<readonly number[]> {
  const more = (count: number) => {
    const before = acceptedBy(shop);
    const accepted = async () => acceptedBy(shop);
    return eventually(accepted, (now) => now > before + count, 30_000);
  };
  const opens = async () => merchant.get('/api/home').then(Boolean, () => false);
  const awayMs: number[] = [];
  for (let turn = 0; turn < FAILOVERS; turn += 1) {
    const primary = await primaryOf(mongo);
    await more(50);
    const killedAt = performance.now();
    await primary.kill();
    // Webhooks are taken again, and the merchant's pages open, while the member is still away.
    await more(20);
    await eventually(opens, Boolean, 30_000);
    awayMs.push(performance.now() - killedAt);
    await primary.start();
  }
  return awayMs;
}

describe('A shop whose database loses its first member', () => {
  it('goes on with the next one, by itself, and loses nothing', async () => {
    const { shop, people, cards, merchant } = await aLivelyShop(journey, 'steady.myshopify.com', PEOPLE);
    const pid = journey.app.pid();
    const isFull = () => journey.sandbox.delivery.waiting() > QUEUE;
    const busy = openForBusiness(shop, { people, cards, everyMs: 80, isFull }, seededDice(SEED));
    const awayMs = await loseTheFirst(shop.domain, merchant).finally(busy.close);
    await untilRested(journey, shop.domain);

    expect(journey.app.pid()).toBe(pid);
    expect(Math.max(...awayMs)).toBeLessThan(20_000);
    // Until there is a first member again the door is shut for a moment; nothing else was ever answered.
    const answers = new Set(journey.sandbox.sent.map(({ status }) => status));
    expect([...answers].filter((status) => ![200, 503, null].includes(status as number | null))).toEqual([]);
    expect(givenUp(journey, shop)).toEqual([]);
    expect(await lostDeliveries(journey, shop)).toEqual([]);
    expect(await wrongPurchases(journey, shop)).toEqual({ missing: [], tooMany: 0 });
    const { stores } = journey.storage;
    const told = await storedStandings(stores, shop.domain);
    expect(withoutJournal(told)).toEqual(await standingsByTheBooks(stores, shop));
    expect(unbalanced(told)).toEqual([]);
    expect(await openUseCases(journey.storage).rebuildStandings(shop.domain as ShopId)).toMatchObject({ different: 0 });
    expect(await wrongAtCheckout(stores, shop)).toEqual([]);
    expect(journey.app.output()).toBe('');
  }, 150_000);
});
