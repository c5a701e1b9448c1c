import { type Connection, createConnection } from 'mongoose';
import type { InboxId, ShopId } from '../../shared/domain/ids.ts';
import type { PrivacyFiles } from '../app/ports/privacy-files.ts';
import type { Stores } from '../app/ports/stores.ts';
import { createPatience } from './bounded.ts';
import { createMongoCardStore } from './card/mongo-card-store.ts';
import { checkDatabase } from './check-database.ts';
import { createMongoClubStore } from './club/mongo-club-store.ts';
import { type Collections, makeIndexes, openCollections } from './collections.ts';
import { CONNECTION } from './connection-options.ts';
import { createMongoCustomerStore } from './customer/mongo-customer-store.ts';
import { createMongoDrawStore } from './draw/mongo-draw-store.ts';
import { createMongoEntitlementOutbox } from './entitlement-outbox/mongo-entitlement-outbox.ts';
import { createMongoFactStore } from './facts/mongo-fact-store.ts';
import { createMongoGuessStore } from './guess/mongo-guess-store.ts';
import { createMongoImportStore } from './import/mongo-import-store.ts';
import { createMongoInboxStore } from './inbox/mongo-inbox-store.ts';
import { createMongoJournalStore } from './journal/mongo-journal-store.ts';
import { createMongoNoteStore } from './note/mongo-note-store.ts';
import { createMongoPrivacyFiles } from './privacy-file/mongo-privacy-files.ts';
import { createMongoProgramStore } from './program/mongo-program-store.ts';
import { createMongoPurchaseStore } from './purchase/mongo-purchase-store.ts';
import { createMongoReadModels } from './read-models/mongo-read-models.ts';
import { createMongoCodeStore } from './reward-code/mongo-code-store.ts';
import { createSecretBox, type EncryptionKey, type SecretBox } from './secret-box.ts';
import { createMongoSessionStore } from './session/mongo-session-store.ts';
import { createMongoShopStore } from './shop/mongo-shop-store.ts';
import { createMongoSimulationStore } from './simulation/mongo-simulation-store.ts';
import { createMongoStandingStore } from './standing/mongo-standing-store.ts';
import { createMongoCostStore } from './variant-cost/mongo-cost-store.ts';
import { withWorldFailures } from './world-failures.ts';

export type StorageSettings = {
  readonly uri: string;
  /** Newest first; older ones still open what they sealed. */
  readonly encryptionKeys: readonly EncryptionKey[];
  readonly newInboxId: () => InboxId;
};

export type Storage = {
  readonly stores: Stores;
  readonly privacyFiles: PrivacyFiles;
  /** Throws while the database does not answer. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Connects, refuses in words what we cannot run on, makes the indexes, and gives everything that is kept. */
export async function openStorage({ uri, encryptionKeys, newInboxId }: StorageSettings): Promise<Storage> {
  const connection = await createConnection(uri, CONNECTION).asPromise();
  try {
    await checkDatabase(connection);
    await makeIndexes(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const patience = createPatience();
  const collections = openCollections(connection, patience);
  const box = createSecretBox(encryptionKeys);
  const stores = createStores(collections, box, newInboxId);
  const named = Object.entries(stores).map(([name, store]) => [name, withWorldFailures(store)]);
  return {
    stores: Object.fromEntries(named) as Stores,
    privacyFiles: withWorldFailures(createMongoPrivacyFiles(collections.privacyFiles, box)),
    ping: async () => {
      await databaseOf(connection).command({ ping: 1 }, { signal: patience() });
    },
    close: () => connection.close(),
  };
}

const databaseOf = (connection: Connection) => connection.getClient().db(connection.name);

function createStores(collections: Collections, box: SecretBox, newInboxId: () => InboxId): Stores {
  const { clubParts, invitations, visits } = collections;
  const { cards, codes, series, customers, draws, guesses, imports, inbox, journal, lots, outbox } = collections;
  const { programs, programVersions, purchases, rewardDiscounts, sessions, sessionLocks } = collections;
  const { shops, simulations, standings } = collections;
  const eraseOthers = async (shop: ShopId) => {
    const { shops: _last, ...others } = collections;
    for (const collection of Object.values(others)) await collection.deleteMany(shop, {});
  };
  return {
    cards: createMongoCardStore(cards, series),
    costs: createMongoCostStore(collections.variantCosts),
    clubs: createMongoClubStore({ clubParts, invitations, visits }),
    codes: createMongoCodeStore({ codes, discounts: rewardDiscounts }),
    customers: createMongoCustomerStore(customers),
    draws: createMongoDrawStore({ draws, lots, box }),
    facts: createMongoFactStore(journal, cards, purchases),
    guesses: createMongoGuessStore(guesses),
    imports: createMongoImportStore(imports),
    inbox: createMongoInboxStore(inbox, newInboxId),
    journal: createMongoJournalStore(journal),
    notes: createMongoNoteStore(collections.notes, box),
    outbox: createMongoEntitlementOutbox(outbox),
    programs: createMongoProgramStore(programs, programVersions),
    purchases: createMongoPurchaseStore(purchases),
    readModels: createMongoReadModels({ shops, customers, cards, purchases }),
    sessions: createMongoSessionStore({ sessions, locks: sessionLocks, box }),
    shops: createMongoShopStore({ shops, box, eraseOthers }),
    simulations: createMongoSimulationStore(simulations),
    standings: createMongoStandingStore(standings),
  };
}
