import type { PrivacyFiles } from '../../../server/app/ports/privacy-files.ts';
import type { CustomerFigures } from '../../../server/app/ports/read-models.ts';
import type { Stores } from '../../../server/app/ports/stores.ts';
import type { InboxId } from '../../../shared/domain/ids.ts';
import { createInMemoryCardStore } from './in-memory-card-store.ts';
import { createInMemoryClubStore } from './in-memory-club-store.ts';
import { createInMemoryCodeStore } from './in-memory-code-store.ts';
import { createInMemoryCostStore } from './in-memory-cost-store.ts';
import { createInMemoryCustomerStore } from './in-memory-customer-store.ts';
import { createInMemoryDrawStore } from './in-memory-draw-store.ts';
import { createInMemoryEntitlementOutbox } from './in-memory-entitlement-outbox.ts';
import { createInMemoryFactStore } from './in-memory-fact-store.ts';
import { createInMemoryGuessStore } from './in-memory-guess-store.ts';
import { createInMemoryImportStore } from './in-memory-import-store.ts';
import { createInMemoryInboxStore } from './in-memory-inbox-store.ts';
import { createInMemoryJournalStore } from './in-memory-journal-store.ts';
import { createInMemoryNoteStore } from './in-memory-note-store.ts';
import { createInMemoryPrivacyFiles } from './in-memory-privacy-files.ts';
import { createInMemoryProgramStore } from './in-memory-program-store.ts';
import { createInMemoryPurchaseStore } from './in-memory-purchase-store.ts';
import { createInMemoryReadModels } from './in-memory-read-models.ts';
import { createInMemorySessionStore } from './in-memory-session-store.ts';
import { createInMemoryShopStore } from './in-memory-shop-store.ts';
import { createInMemorySimulationStore } from './in-memory-simulation-store.ts';
import { createInMemoryStandingStore } from './in-memory-standing-store.ts';
import { createTables } from './tables.ts';

/** Stand-ins for everything that is kept; they pass the same batteries as the database. */
export function createInMemoryStores(deps: {
  readonly newInboxId: () => InboxId;
}): Stores & { readonly privacyFiles: PrivacyFiles } {
  const tables = createTables();
  const { table: cardTable, ...cards } = createInMemoryCardStore(tables);
  const { table: customerTable, ...customers } = createInMemoryCustomerStore(tables);
  const withTable = createInMemoryPurchaseStore(tables);
  const { table: purchaseTable, ...purchases } = withTable;
  const { table: shopTable, ...shops } = createInMemoryShopStore(tables);
  const codes = createInMemoryCodeStore(tables);
  const programs = createInMemoryProgramStore(tables);
  const journal = createInMemoryJournalStore(tables);
  const standings = createInMemoryStandingStore(tables);
  const figures = tables.make<CustomerFigures>();
  return {
    cards,
    costs: createInMemoryCostStore(tables),
    codes,
    customers,
    purchases,
    shops,
    clubs: createInMemoryClubStore(tables),
    draws: createInMemoryDrawStore(tables),
    facts: createInMemoryFactStore(
      { cards, codes, customers, journal, programs, purchases: withTable, shops, standings },
      figures,
    ),
    guesses: createInMemoryGuessStore(tables),
    imports: createInMemoryImportStore(tables),
    inbox: createInMemoryInboxStore(tables, deps.newInboxId),
    journal,
    notes: createInMemoryNoteStore(tables),
    outbox: createInMemoryEntitlementOutbox(tables),
    privacyFiles: createInMemoryPrivacyFiles(tables),
    programs,
    readModels: createInMemoryReadModels({
      customers: customerTable,
      purchases: purchaseTable,
      cards: cardTable,
      shops: shopTable,
      figures,
    }),
    sessions: createInMemorySessionStore(tables),
    simulations: createInMemorySimulationStore(tables),
    standings,
  };
}
