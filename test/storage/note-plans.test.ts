import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorage, type Storage } from '../../server/storage/open-storage.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { cardNumber } from '../app/builders.ts';
import { countedIds } from '../app/counted.ts';
import { aNote, noteId } from '../support/builders/a-note.ts';
import { testMongo } from '../support/mongo.ts';
import { expectGood } from './expect-good.ts';
import { type Operation, profile } from './profiled.ts';

const SHOP = 'notes.myshopify.com' as ShopId;
const [COUNT, CARDS] = [1000, 100];

const mongo = testMongo();
let storage: Storage;
let during: (call: () => Promise<unknown>) => Promise<readonly Operation[]>;
beforeAll(async () => {
  const encryptionKeys = [{ id: 'test', key: Buffer.alloc(32, 1) }];
  storage = await openStorage({ uri: mongo.uri(), encryptionKeys, newInboxId: countedIds().inbox });
  for (let i = 1; i <= COUNT; i += 1) {
    const day = `2026-01-${String((i % 28) + 1).padStart(2, '0')}`;
    await storage.stores.notes.add(SHOP, aNote(i, { cardNumber: cardNumber(i % CARDS), day }));
  }
  ({ during } = await profile(mongo.database()));
}, 60_000);
afterAll(() => storage.close());

describe('dated notes on cards', () => {
  it('lie sealed, so that nobody reads them in the database', async () => {
    const doc = await mongo
      .database()
      .collection('card-notes')
      .findOne({ noteId: noteId(7) });
    expect(doc).toMatchObject({ cardNumber: cardNumber(7), by: '7' });
    expect(JSON.stringify(doc)).not.toContain('Sphere');
    expect(Buffer.from(doc?.sealed.buffer).toString('latin1')).not.toContain('Sphere');
  });

  const notes = () => storage.stores.notes;
  const calls = {
    'are found by an index': () => notes().find(SHOP, noteId(7)),
    'are listed by their cards, no more than these have': () => notes().ofCards(SHOP, [3, 4].map(cardNumber), 50),
    'are put right by an index': () =>
      notes().correct(SHOP, aNote(8), { day: '2026-01-01', text: 'Plane' }, { at: 1, by: null }),
    'are removed by an index': () => notes().remove(SHOP, noteId(9)),
    'are forgotten by their cards': () => notes().forgetCards(SHOP, [cardNumber(5)]),
  } as const;
  it.each(Object.entries(calls))('%s', async (_name, call) => {
    expectGood(await during(call), 2);
  });
});
