import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { countedIds } from '../app/counted.ts';
import { cardStoreBattery } from '../battery/card-store.battery.ts';
import { clubStoreBattery } from '../battery/club-store.battery.ts';
import { codeStoreBattery } from '../battery/code-store.battery.ts';
import { customerStoreBattery } from '../battery/customer-store.battery.ts';
import { drawStoreBattery } from '../battery/draw-store.battery.ts';
import { entitlementOutboxBattery } from '../battery/entitlement-outbox.battery.ts';
import { factStoreBattery } from '../battery/fact-store.battery.ts';
import { inboxStoreBattery } from '../battery/inbox-store.battery.ts';
import { journalStoreBattery } from '../battery/journal-store.battery.ts';
import { noteStoreBattery } from '../battery/note-store.battery.ts';
import { type AllStores, neighbour, type Place } from '../battery/place.ts';
import { purchaseStoreBattery } from '../battery/purchase-store.battery.ts';
import { directoryBattery, homeBattery } from '../battery/read-models.battery.ts';
import { costStoreBattery, simulationStoreBattery } from '../battery/simulation-store.battery.ts';
import {
  guessStoreBattery,
  importStoreBattery,
  privacyFilesBattery,
  programStoreBattery,
  sessionStoreBattery,
  shopStoreBattery,
} from '../battery/small-stores.battery.ts';
import { standingStoreBattery } from '../battery/standing-store.battery.ts';
import { createInMemoryStores } from '../support/in-memory/create-in-memory-stores.ts';
import { testMongo } from '../support/mongo.ts';

const batteries: Readonly<Record<string, (place: Place) => void>> = {
  cards: cardStoreBattery,
  costs: costStoreBattery,
  clubs: clubStoreBattery,
  'reward codes': codeStoreBattery,
  customers: customerStoreBattery,
  'the directory': directoryBattery,
  draws: drawStoreBattery,
  'the facts': factStoreBattery,
  guesses: guessStoreBattery,
  'the home page': homeBattery,
  imports: importStoreBattery,
  'the inbox': inboxStoreBattery,
  'the journal': journalStoreBattery,
  notes: noteStoreBattery,
  'the outbox': entitlementOutboxBattery,
  'privacy files': privacyFilesBattery,
  programs: programStoreBattery,
  purchases: purchaseStoreBattery,
  sessions: sessionStoreBattery,
  shops: shopStoreBattery,
  simulations: simulationStoreBattery,
  standings: standingStoreBattery,
};

const SHOP = 'battery.myshopify.com' as ShopId;

/** Every battery, each test in a shop that holds nothing. */
function run(stores: () => AllStores): void {
  const place: Place = { stores, shop: () => SHOP };
  const empty = async () => {
    await stores().shops.eraseShop(SHOP);
    await stores().shops.eraseShop(neighbour);
  };
  beforeEach(empty);
  for (const [name, battery] of Object.entries(batteries)) describe(name, () => battery(place));
}

describe('kept in memory', () => {
  const stores = createInMemoryStores({ newInboxId: countedIds().inbox });
  run(() => stores);
});

describe('kept in MongoDB', () => {
  const mongo = testMongo();
  let storage: Storage;
  beforeAll(async () => {
    const encryptionKeys = [{ id: 'test', key: Buffer.alloc(32, 1) }];
    storage = await openStorage({ uri: mongo.uri(), encryptionKeys, newInboxId: countedIds().inbox });
  });
  afterAll(() => storage.close());
  run(() => ({ ...storage.stores, privacyFiles: storage.privacyFiles }));
});
