import type { RequestHandler } from 'express';
import type { CardStore } from '../app/ports/card-store.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { CustomerStore } from '../app/ports/customer-store.ts';
import type { EntitlementOutbox } from '../app/ports/entitlement-outbox.ts';
import type { GuessStore } from '../app/ports/guess-store.ts';
import type { ImportStore } from '../app/ports/import-store.ts';
import type { InboxStore } from '../app/ports/inbox-store.ts';
import type { JournalStore } from '../app/ports/journal-store.ts';
import type { Log } from '../app/ports/log.ts';
import type { ProgramStore } from '../app/ports/program-store.ts';
import type { PurchaseStore } from '../app/ports/purchase-store.ts';
import type { ReadModels } from '../app/ports/read-models.ts';
import type { SessionStore } from '../app/ports/session-store.ts';
import type { ShopStore } from '../app/ports/shop-store.ts';
import type { StandingStore } from '../app/ports/standing-store.ts';
import type { UseCases } from '../app/use-cases.ts';
import type { SignIn } from './sign-in.ts';

/** What pages and routes read; they change things through use cases alone. */
export type Stores = {
  readonly cards: CardStore;
  readonly customers: CustomerStore;
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
  readonly standings: StandingStore;
};

/** What the page of the admin needs to know of its surroundings. Origins as browsers write them. */
export type PageSettings = {
  readonly apiKey: string;
  readonly appUrl: string;
  readonly appBridgeUrl: string;
  /** Who may frame us beside the shop and Shopify's admin: the sandbox on loopback; null anywhere else. */
  readonly sandboxOrigin: string | null;
  /** Where the built admin pages lie. */
  readonly adminFolder: string;
};

export type HttpDeps = {
  readonly stores: Stores;
  readonly useCases: UseCases;
  readonly signIn: SignIn;
  readonly page: PageSettings;
  readonly clock: Clock;
  readonly log: Log;
  /** A new id for a request or a fault, to be found again in the log. */
  readonly newId: () => string;
  readonly webhooks: RequestHandler;
  /** Tells the pump that something waits in the inbox. */
  readonly nudgeInbox: () => void;
  /** Throws while the database does not answer. */
  readonly pingDatabase: () => Promise<void>;
  /** Proxies in front of us whose word on the caller's address is believed. */
  readonly trustedProxies: number;
  /** Calls a minute and address before the storefront route answers 429 without looking. */
  readonly proxyCallsPerMinute: number;
};
