import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSimulatePast } from '../../server/app/simulation/simulate-past.ts';
import type { SimulationView } from '../../shared/contract/simulation.ts';
import type { ShopId, SimulationId } from '../../shared/domain/ids.ts';
import { seededDice } from '../sandbox/seed/seeded.ts';
import { type AppProcess, createAppProcess } from '../support/app-process.ts';
import { wrongAtCheckout } from '../support/journey/checkout.ts';
import { byCard, forEverybody } from '../support/journey/drafts.ts';
import { openShop, publish } from '../support/journey/open-shop.ts';
import { untilQuiet } from '../support/journey/quiet.ts';
import { standingsByTheBooks, storedStandings, unbalanced, withoutJournal } from '../support/journey/standings.ts';
import { type Journey, startJourney } from '../support/journey/start-journey.ts';
import { openUseCases } from '../support/journey/use-cases.ts';
import { enterPeople, fillShelves, placeOne, writeHistory } from '../support/journey/write-history.ts';
import { eventually } from '../support/merchant.ts';

const SEED = 99;

/** A web process that takes what comes, and two workers that work it off, over one database. */
let journey: Journey;
let workers: readonly AppProcess[] = [];
beforeAll(async () => {
  journey = await startJourney({ env: { ROLE: 'web' } });
  workers = [1, 2].map(() => createAppProcess(0, { ...journey.env, ROLE: 'worker' }));
}, 120_000);
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await journey?.stop();
}, 60_000);

const both = (act: (worker: AppProcess) => Promise<unknown>) => Promise.all(workers.map(act));
const counts = (shop: string) => journey.storage.stores.inbox.counts(shop as ShopId);

describe('One process for the web and two for the work', () => {
  it('keep what Shopify tells while nobody works, and work it off once somebody does', async () => {
    const shop = journey.sandbox.addShop({ domain: 'divided.myshopify.com' });
    await journey.merchant(shop.domain).get('/api/shop');
    const [customerId] = enterPeople(shop, 1);
    shop.placeOrder({
      customerId: customerId ?? 0,
      lines: [{ variantId: null, title: 'Goods', quantity: 1, unitMinor: 100 }],
    });
    await journey.sandbox.delivery.settled();
    expect(await counts(shop.domain)).toMatchObject({ leased: 0, done: 0 });
    expect((await counts(shop.domain)).filed).toBeGreaterThanOrEqual(4);
    await both((worker) => worker.start());
    await untilQuiet(journey, shop.domain);
    expect(await counts(shop.domain)).toMatchObject({ filed: 0, leased: 0, failed: 0 });
    expect((await counts(shop.domain)).done).toBeGreaterThanOrEqual(4);
  }, 60_000);

  it('agree on one customer to whom everything happens at once', async () => {
    let people: readonly number[] = [];
    const { shop, merchant } = await openShop(journey, { domain: 'regular.myshopify.com' }, (at) => {
      fillShelves(at);
      people = enterPeople(at, 1);
    });
    for (const draft of [forEverybody, byCard]) await publish(merchant, draft);
    journey.sandbox.delivery.mode({ shuffle: true, parallel: 32 });
    const until = Date.now() - 1000;
    writeHistory(shop, { people, orders: 60, from: until - 10 ** 9, until }, seededDice(SEED));
    await untilQuiet(journey, shop.domain, 60_000);
    journey.sandbox.delivery.calm();
    await isRight(shop.domain);
  }, 90_000);

  it('leave a simulation to a worker, which finds it waiting, and come to what the books say', async () => {
    const domain = 'regular.myshopify.com';
    const merchant = journey.merchant(domain);
    const [program] = await merchant.get<readonly { id: string }[]>('/api/programs');
    await both((worker) => worker.stop());
    const programs = [{ programId: program?.id, version: 1 }];
    const { id } = await merchant.post<SimulationView>('/api/simulations', { programs, fromDay: '', toDay: '' });
    const look = () => merchant.get<SimulationView>(`/api/simulations/${id}`);
    expect(await look()).toMatchObject({ state: 'waiting', results: null });
    await both((worker) => worker.start());
    const { state, results } = await eventually(look, (view) => view.results !== null, 30_000);
    const { stores } = journey.storage;
    const asked = (await stores.simulations.find(domain as ShopId, id as SimulationId))?.asked;
    if (asked === undefined) throw new Error('it is still kept');
    const watch = { tell: () => undefined, signal: new AbortController().signal };
    const [wanted] = await createSimulatePast(stores)(domain as ShopId, asked, watch);
    expect([state, results?.[0]?.totals]).toEqual(['done', wanted?.totals]);
    expect(wanted?.totals.orders).toBeGreaterThan(40);
  }, 60_000);

  it('end cleanly in the middle of the work, and leave nothing half done', async () => {
    const shop = journey.sandbox.addShop({ domain: 'closing.myshopify.com' });
    const merchant = journey.merchant(shop.domain);
    await merchant.get('/api/shop');
    await publish(merchant, forEverybody);
    fillShelves(shop);
    const people = enterPeople(shop, 10);
    const dice = seededDice(SEED);
    for (let i = 0; i < 120; i += 1) placeOne(shop, { people }, shop.now(), dice);
    await eventually(
      () => counts(shop.domain),
      ({ done }) => done > 20,
    );
    expect(await both((worker) => worker.stop())).toEqual([0, 0]);
    await journey.sandbox.delivery.settled();
    const { filed, leased, done } = await counts(shop.domain);
    expect(leased).toBe(0);
    expect([filed > 0, done > 0]).toEqual([true, true]);
    // The web side too: what it has answered is kept, and Shopify brings again what it has not.
    for (let i = 0; i < 60; i += 1) placeOne(shop, { people }, shop.now(), dice);
    expect(await journey.app.stop()).toBe(0);
    await journey.app.start();
    await both((worker) => worker.start());
    await untilQuiet(journey, shop.domain, 60_000);
    await isRight(shop.domain);
    expect(shop.orders()).toHaveLength(180);
  }, 120_000);
});

/** Stored equals the books, the journal adds up, a rebuild changes nothing, checkout knows. */
async function isRight(domain: string): Promise<void> {
  const { stores } = journey.storage;
  const shop = journey.sandbox.shop(domain);
  const told = await storedStandings(stores, domain);
  expect(withoutJournal(told)).toEqual(await standingsByTheBooks(stores, shop));
  expect(unbalanced(told)).toEqual([]);
  expect(await openUseCases(journey.storage).rebuildStandings(domain as ShopId)).toMatchObject({ different: 0 });
  expect(await wrongAtCheckout(stores, shop)).toEqual([]);
  expect((await counts(domain)).failed).toBe(0);
}
