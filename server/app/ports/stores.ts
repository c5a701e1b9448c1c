import type { CardStore } from './card-store.ts';
import type { CostStore } from './cost-store.ts';
import type { CustomerStore } from './customer-store.ts';
import type { DrawStore } from './draw-store.ts';
import type { EntitlementOutbox } from './entitlement-outbox.ts';
import type { FactStore } from './fact-store.ts';
import type { GuessStore } from './guess-store.ts';
import type { ImportStore } from './import-store.ts';
import type { InboxStore } from './inbox-store.ts';
import type { JournalStore } from './journal-store.ts';
import type { ProgramStore } from './program-store.ts';
import type { PurchaseStore } from './purchase-store.ts';
import type { ReadModels } from './read-models.ts';
import type { SessionStore } from './session-store.ts';
import type { ShopStore } from './shop-store.ts';
import type { SimulationStore } from './simulation-store.ts';
import type { StandingStore } from './standing-store.ts';

/** Everything that is kept. Pages and routes read from it; they change things through use cases alone. */
export type Stores = {
  readonly cards: CardStore;
  readonly costs: CostStore;
  readonly customers: CustomerStore;
  readonly draws: DrawStore;
  readonly facts: FactStore;
  readonly guesses: GuessStore;
  readonly imports: ImportStore;
  readonly inbox: InboxStore;
  readonly journal: JournalStore;
  readonly outbox: EntitlementOutbox;
  readonly programs: ProgramStore;
  readonly purchases: PurchaseStore;
  readonly readModels: ReadModels;
  readonly sessions: SessionStore;
  readonly shops: ShopStore;
  readonly simulations: SimulationStore;
  readonly standings: StandingStore;
};
