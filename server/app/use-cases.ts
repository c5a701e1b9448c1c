import type { Customer, EmailConsent } from '../../shared/domain/customer/customer.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type {
  CardNumber,
  CustomerId,
  Instant,
  OrderId,
  ProductId,
  ProgramId,
  ShopId,
  ShopifyCustomerId,
} from '../../shared/domain/ids.ts';
import type { Card, Series } from '../../shared/domain/instrument/card.ts';
import type { JournalEntry } from '../../shared/domain/journal/journal.ts';
import type { Keeping, ProgramVersion } from '../../shared/domain/program/program.ts';
import type { OrderSnapshot, Refund } from '../../shared/domain/purchase/purchase.ts';
import type { RewardClaim } from '../../shared/domain/quote/rewards.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { CustomerStanding } from '../../shared/domain/standing/standing.ts';
import type { By } from './by.ts';
import type { ClubUseCases } from './club/club-use-cases.ts';
import type { DrawUseCases } from './draw/draw-use-cases.ts';
import type { NoteUseCases } from './note/note-use-cases.ts';
import type { Import } from './ports/import-store.ts';
import type { Draft, Program } from './ports/program-store.ts';
import type { ShopSettings } from './ports/shop-store.ts';
import type { Product, ProductPage } from './ports/shopify-admin.ts';
import type { QuoteUseCases } from './quote/quote-use-cases.ts';
import type { Welcome } from './referral/welcome-of.ts';
import type { RewardUseCases } from './reward/reward-use-cases.ts';
import type { SimulationUseCases } from './simulation/simulation-use-cases.ts';

export type RecordPurchase = {
  readonly orderId: OrderId;
  readonly snapshot: OrderSnapshot | null;
  readonly refunds: readonly Refund[];
  /** The signed statement found on the order, not checked yet. */
  readonly cardStatement: string | null;
};
export type RecordPurchaseOutcome =
  | { readonly outcome: 'recorded' | 'unchanged'; readonly customerId: CustomerId | null }
  | { readonly outcome: 'skipped'; readonly why: string };

export type ShopifyCustomerSnapshot = {
  readonly shopifyCustomerId: ShopifyCustomerId;
  readonly updatedAt: Instant;
  readonly firstName: string | null;
  readonly surname: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly language: string | null;
  readonly emailConsent: EmailConsent;
};

export type CustomerDetails = Pick<
  Customer,
  'firstName' | 'patronymic' | 'surname' | 'email' | 'phone' | 'birthDate' | 'gender' | 'address' | 'language'
>;

export type CardRefusal =
  | { readonly code: 'unknown_card' }
  | { readonly code: 'unknown_customer' }
  | { readonly code: 'card_blocked' | 'card_replaced' | 'card_expired' | 'card_not_issued' | 'card_already_issued' }
  | { readonly code: 'card_of_another_program' }
  | { readonly code: 'card_of_somebody_else'; readonly customerId: CustomerId }
  | { readonly code: 'changed_meanwhile' };

export type ProgramRefusal =
  | { readonly code: 'unknown_program' | 'changed_meanwhile' | 'program_ended' }
  | { readonly code: 'faults'; readonly faults: readonly Fault[] };

/** Those with a page of their own. */
type ByFeature = ClubUseCases & DrawUseCases & NoteUseCases & QuoteUseCases & RewardUseCases & SimulationUseCases;

/** Everything the app can do. Each is made by the file of its name below `server/app`; compose.ts fills this once. */
export type UseCases = ByFeature & {
  // shop
  readonly install: (
    shop: ShopId,
    scopes: readonly string[],
  ) => Promise<{ readonly outcome: 'installed' | 'reinstalled' | 'already' }>;
  /** `happenedAt`: when Shopify says it happened, where known; what is older than the last installation is no news. */
  readonly uninstall: (
    shop: ShopId,
    happenedAt?: Instant | null,
  ) => Promise<{ readonly outcome: 'uninstalled' | 'unchanged' }>;
  readonly updateScopes: (shop: ShopId, scopes: readonly string[]) => Promise<void>;
  readonly changeSettings: (
    shop: ShopId,
    settings: ShopSettings,
  ) => Promise<Result<ShopSettings, { readonly code: 'faults'; readonly faults: readonly Fault[] }>>;
  /** Reads name, currency and time zone from Shopify again; makes sure of the discount and its rules. */
  readonly refreshShop: (shop: ShopId) => Promise<void>;
  /** A new signing key in front; the one before still verifies. */
  readonly rotateEntitlementKey: (shop: ShopId) => Promise<void>;
  // customer
  readonly enterCustomer: (
    shop: ShopId,
    details: CustomerDetails,
  ) => Promise<Result<Customer, { readonly code: 'faults'; readonly faults: readonly Fault[] }>>;
  readonly correctCustomer: (
    shop: ShopId,
    id: CustomerId,
    revision: number,
    details: CustomerDetails,
  ) => Promise<
    Result<
      Customer,
      | { readonly code: 'unknown_customer' | 'changed_meanwhile' }
      | { readonly code: 'faults'; readonly faults: readonly Fault[] }
    >
  >;
  readonly archiveCustomer: (
    shop: ShopId,
    id: CustomerId,
    archived: boolean,
  ) => Promise<Result<Customer, { readonly code: 'unknown_customer' | 'changed_meanwhile' }>>;
  readonly recordCustomer: (
    shop: ShopId,
    snapshot: ShopifyCustomerSnapshot,
  ) => Promise<{ readonly outcome: 'recorded' | 'unchanged'; readonly customerId: CustomerId }>;
  readonly recordConsent: (
    shop: ShopId,
    id: ShopifyCustomerId,
    consent: EmailConsent,
  ) => Promise<{ readonly outcome: 'recorded' | 'unchanged' | 'unknown_customer' }>;
  readonly removeShopifyCustomer: (
    shop: ShopId,
    id: ShopifyCustomerId,
  ) => Promise<{ readonly outcome: 'removed' | 'unchanged' }>;
  readonly mergeCustomers: (
    shop: ShopId,
    kept: ShopifyCustomerId,
    gone: ShopifyCustomerId,
  ) => Promise<{ readonly outcome: 'merged' | 'unchanged' }>;
  // purchase
  readonly recordPurchase: (shop: ShopId, command: RecordPurchase) => Promise<RecordPurchaseOutcome>;
  /** Asks Shopify for orders updated since the last look (with overlap) and files each in the inbox. */
  readonly reconcile: (shop: ShopId) => Promise<{ readonly seen: number; readonly filed: number }>;
  readonly startImport: (shop: ShopId) => Promise<readonly Import[]>;
  /** Looks how the bulk operations of the import stand and reads a finished one; repeatable. */
  readonly continueImport: (shop: ShopId) => Promise<readonly Import[]>;
  readonly tellScope: (shop: ShopId) => Promise<void>;
  /** Makes sure that checkout can hold the caps of the shop's programs, where any has one. */
  readonly tellCaps: (shop: ShopId) => Promise<void>;
  readonly recordVariantCost: (shop: ShopId, inventoryItemId: string) => Promise<void>;
  // product
  readonly findProducts: (
    shop: ShopId,
    search: string,
    after: string | null,
  ) => Promise<Result<ProductPage, { readonly code: 'bad_request' }>>;
  readonly nameProducts: (
    shop: ShopId,
    ids: readonly ProductId[],
  ) => Promise<{ readonly products: readonly Product[]; readonly gone: readonly ProductId[] }>;
  // standing
  readonly refreshStanding: (
    shop: ShopId,
    customerId: CustomerId,
    cause: JournalEntry['cause'],
    by: By,
  ) => Promise<'appended' | 'unchanged'>;
  readonly refreshDue: (shop: ShopId) => Promise<number>;
  /** Evaluates everybody anew from the facts, writes what differs, answers how many did. */
  readonly rebuildStandings: (
    shop: ShopId,
  ) => Promise<{ readonly customers: number; readonly purchases: number; readonly different: number }>;
  readonly publishEntitlements: () => Promise<number>;
  readonly giveLevel: (
    shop: ShopId,
    customerId: CustomerId,
    programId: ProgramId,
    discountBp: number | null,
    note: string,
    by: By,
  ) => Promise<
    Result<
      CustomerStanding,
      | { readonly code: 'unknown_customer' | 'unknown_program' }
      | { readonly code: 'faults'; readonly faults: readonly Fault[] }
    >
  >;
  // instrument
  readonly emitSeries: (
    shop: ShopId,
    command: {
      readonly programId: ProgramId;
      readonly name: string;
      readonly count: number;
      readonly expiresAt: Instant | null;
    },
    by: By,
  ) => Promise<
    Result<
      Series,
      { readonly code: 'unknown_program' } | { readonly code: 'faults'; readonly faults: readonly Fault[] }
    >
  >;
  readonly lookUpCard: (
    shop: ShopId,
    typed: string,
  ) => Promise<Result<Card, { readonly code: 'unknown_card' | 'not_a_card_number' }>>;
  readonly linkCard: (
    shop: ShopId,
    number: CardNumber,
    customerId: CustomerId,
    orderId: OrderId | null,
    by: By,
  ) => Promise<Result<Card, CardRefusal>>;
  readonly replaceCard: (
    shop: ShopId,
    number: CardNumber,
    by: { readonly number: CardNumber; readonly who: By },
    note: string,
  ) => Promise<Result<Card, CardRefusal>>;
  readonly blockCard: (
    shop: ShopId,
    number: CardNumber,
    blocked: boolean,
    note: string,
    by: By,
  ) => Promise<Result<Card, CardRefusal>>;
  readonly expireCards: (shop: ShopId) => Promise<number>;
  /**
   * A number that a shopper typed. Unknown, blocked and foreign numbers get the same answer in the same time.
   * `limited` when guessing has reached its limit. `statement` is what the cart attribute takes.
   */
  readonly checkTypedCard: (
    shop: ShopId,
    typed: string,
    /** `customer`: who is signed in at the storefront, as Shopify says. */
    from: { readonly address: string; readonly session: string; readonly customer?: ShopifyCustomerId | null },
  ) => Promise<
    | {
        readonly outcome: 'accepted';
        readonly statement: string;
        readonly discountBp: number;
        readonly rewards: RewardClaim | null;
        readonly welcome: Welcome;
      }
    | { readonly outcome: 'not_accepted' }
    | { readonly outcome: 'limited' }
  >;
  // program
  readonly draftProgram: (shop: ShopId, id: ProgramId | null, draft: Draft) => Promise<Result<Program, ProgramRefusal>>;
  /** Reads the draft; without fault it becomes the next version. `keeps`: what the last one promised is kept. */
  readonly publishProgram: (
    shop: ShopId,
    id: ProgramId,
    effectiveAt: Instant | null,
    by: By,
    keeps?: Keeping,
    /** When the program ends by itself; null: not before somebody ends it. */
    endsAt?: Instant | null,
  ) => Promise<Result<ProgramVersion, ProgramRefusal>>;
  /** Programs whose planned end has come are ended ones from now on. */
  readonly endDuePrograms: (shop: ShopId) => Promise<void>;
  readonly endProgram: (shop: ShopId, id: ProgramId, by: By) => Promise<Result<Program, ProgramRefusal>>;
  // privacy
  readonly exportCustomer: (
    shop: ShopId,
    id: ShopifyCustomerId,
    orders: readonly OrderId[],
    requestId: string,
  ) => Promise<{ readonly outcome: 'exported' | 'nothing_known' }>;
  readonly eraseCustomer: (
    shop: ShopId,
    id: ShopifyCustomerId,
    orders: readonly OrderId[],
  ) => Promise<{ readonly outcome: 'erased' | 'nothing_known' }>;
  /** `installed_again`: the merchant came back and Shopify still lets us in, so nothing was erased. */
  readonly eraseShop: (shop: ShopId) => Promise<{ readonly outcome: 'erased' | 'installed_again' }>;
};
