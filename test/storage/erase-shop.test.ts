import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { model } from 'mongoose';
import { allStored } from '../../server/storage/collections.ts';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import type { ShopId, VariantId } from '../../shared/domain/ids.ts';
import { anOrder, aRefund, cardNumber, customer, order, program, shopper } from '../app/builders.ts';
import { countedIds } from '../app/counted.ts';
import { aShop } from '../app/set-up.ts';
import { aCode, code } from '../battery/code-store.battery.ts';
import { neighbour } from '../battery/place.ts';
import {
  aBlank,
  aCustomer,
  aDelivery,
  anEntry,
  aSeries,
  aStored,
  aVersion,
  NOW,
  someFigures,
} from '../battery/samples.ts';
import { aClubPart, anInvitation, aVisit } from '../support/builders/a-club.ts';
import { aDraw, aLot, drawId } from '../support/builders/a-draw.ts';
import { aNote } from '../support/builders/a-note.ts';
import { aSimulation } from '../support/builders/a-simulation.ts';
import { testMongo } from '../support/mongo.ts';

const SHOP = 'erased.myshopify.com' as ShopId;
const OTHER = 'kept.myshopify.com' as ShopId;
const TOKEN = 'shpat-secret-token';
const SEED = Buffer.from('a seed that is sealed until it is drawn').toString('hex');

const mongo = testMongo();
let storage: Storage;
beforeAll(async () => {
  const encryptionKeys = [{ id: 'test', key: Buffer.alloc(32, 1) }];
  storage = await openStorage({ uri: mongo.uri(), encryptionKeys, newInboxId: countedIds().inbox });
});
afterAll(() => storage.close());

const { programId, gives } = aCode(1);
const aDiscount = { programId, gives, seed: code(2), nodeId: null, rules: '' };

/** Something of everything that is kept, through the stores. */
async function fill(shop: ShopId): Promise<void> {
  const { cards, customers, draws, guesses, imports, inbox, journal, outbox, programs, ...others } = storage.stores;
  const { clubs, costs, purchases, readModels, sessions, shops, simulations, standings } = others;
  await shops.save(aShop({ id: shop }));
  await customers.create(shop, aCustomer(1, { shopifyCustomerIds: [shopper(1)] }));
  await customers.change(shop, aCustomer(1), { surname: 'Thal' });
  await readModels.putFigures(shop, customer(1), someFigures({ cards: [cardNumber(1)], dueCard: [program(1)] }));
  await cards.createSeries(shop, aSeries(1));
  await cards.emit(shop, [aBlank(1, { state: 'issued', customerId: customer(1), expiresAt: NOW })]);
  await clubs.join(shop, aClubPart());
  await clubs.invite(shop, anInvitation(1, { codeHash: `hash of ${shop}` }));
  await clubs.putVisit(shop, aVisit(1, neighbour, '2026-06', 1000), { updatedAt: NOW, refunds: 0 });
  await storage.stores.codes.create(shop, [aCode(1)], NOW);
  await storage.stores.codes.enterDiscount(shop, aDiscount);
  await draws.create(shop, aDraw(1), SEED);
  await draws.putLots(shop, { drawId: drawId(1), listId: 'one' }, [{ lot: aLot(1), customerId: customer(1) }]);
  await storage.stores.notes.add(shop, aNote(1));
  await guesses.limited(shop, NOW, Date.now() + 86_400_000);
  const running = { kind: 'orders', state: 'running', bulkOperationId: null, done: 0, total: null } as const;
  await imports.put(shop, { ...running, startedAt: NOW, endedAt: null, why: null });
  await imports.lease(shop, 'orders', 'worker', NOW, NOW + 1);
  await inbox.file(shop, aDelivery('1'));
  await inbox.claim(NOW, NOW + 1, 1);
  await journal.append(shop, anEntry(customer(1), 1));
  await outbox.put(shop, customer(1), 1, NOW);
  await outbox.claim(NOW, NOW + 1, 1);
  const draft = { name: 'x' };
  const made = {
    id: program(1),
    name: 'x',
    state: 'draft',
    draft,
    createdAt: NOW,
    endedAt: null,
    lastVersion: 0,
  } as const;
  await programs.create(shop, made);
  await programs.publish(shop, aVersion(1, 1));
  await purchases.record(shop, order(1), anOrder(1), [aRefund(1, 1)]);
  await purchases.attribute(shop, order(1), customer(1), false);
  await purchases.attribute(shop, order(1), customer(2), false);
  const ends = { accessTokenExpiresAt: NOW, refreshTokenExpiresAt: NOW };
  await sessions.store(shop, { accessToken: TOKEN, refreshToken: TOKEN, scopes: [], ...ends });
  await sessions.lock(shop, NOW, NOW + 1);
  await costs.put(shop, NOW, [{ variantId: '1' as VariantId, costMinor: 100 }]);
  await simulations.create(shop, aSimulation(1));
  await simulations.claim(NOW, { holder: 'worker', until: NOW + 1 });
  await standings.put(shop, aStored(1, 1));
  await storage.privacyFiles.put(shop, {
    requestId: '1',
    customerId: customer(1),
    madeAt: NOW,
    body: `{"a":"${TOKEN}"}`,
  });
}

const rowsOf = (name: string, shop: ShopId) => mongo.database().collection(name).find({ shop }).toArray();

describe('a shop with something of everything', () => {
  beforeEach(async () => {
    await storage.stores.shops.eraseShop(SHOP);
    await storage.stores.shops.eraseShop(OTHER);
    await fill(SHOP);
    await fill(OTHER);
  });

  it('has a row in every collection there is, so that the tests below forget none', async () => {
    const names = (await mongo.database().listCollections().toArray()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(
      Object.values(allStored)
        .map(({ name }) => name)
        .toSorted(),
    );
    for (const name of names) expect([name, (await rowsOf(name, SHOP)).length]).toEqual([name, 1]);
  });

  it('is erased from every collection, and its neighbour from none', async () => {
    await storage.stores.shops.eraseShop(SHOP);
    for (const { name } of Object.values(allStored)) {
      expect([name, (await rowsOf(name, SHOP)).length]).toEqual([name, 0]);
      expect([name, (await rowsOf(name, OTHER)).length]).toEqual([name, 1]);
    }
  });

  it('holds nothing that its schemas do not describe', async () => {
    for (const { name, schema } of Object.values(allStored)) {
      const Model = model(`described-${name}`, schema);
      for (const row of await rowsOf(name, SHOP)) {
        expect([name, await new Model(row).validate()]).toEqual([name, undefined]);
      }
    }
  });

  it('keeps tokens, keys and privacy files where a copy of the database does not show them', async () => {
    const all = await Promise.all(Object.values(allStored).map(({ name }) => rowsOf(name, SHOP)));
    const text = all.flat().map((row) => JSON.stringify(row, (_key, value) => bytesAsText(value)));
    expect(text.join()).not.toContain(TOKEN);
    expect(text.join()).not.toContain(Buffer.from(SEED, 'hex').toString('latin1'));
    expect(text.join()).not.toContain(SEED);
    expect(text.join()).not.toContain(aShop().entitlementKeys[0]?.hex);
  });
});

/** Binary as the characters it would show in a dump. */
function bytesAsText(value: unknown): unknown {
  const isBinary = typeof value === 'object' && value !== null && '_bsontype' in value && 'buffer' in value;
  return isBinary ? Buffer.from(value.buffer as Uint8Array).toString('latin1') : value;
}
