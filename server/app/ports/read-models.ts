import type { Customer, CustomerState } from '../../../shared/domain/customer/customer.ts';
import type { CardNumber, CustomerId, Instant, OrderId, ProgramId, ShopId } from '../../../shared/domain/ids.ts';
import type { Channel } from '../../../shared/domain/purchase/purchase.ts';
import type { StoredPurchase } from './purchase-store.ts';

export type CustomerRow = {
  readonly customer: Customer;
  readonly cards: readonly CardNumber[];
  readonly spentMinor: number;
  readonly purchases: number;
  readonly discountBp: number;
  readonly lastPurchaseAt: Instant | null;
  readonly dueCard: boolean;
  /** Orders that used a reward which another one had used; absent: none. */
  readonly conflicts?: readonly OrderId[];
};

/**
 * `search`: the beginning of any word of name, e-mail, phone digits or card number; it looks at the first 5,000
 * customers with such a word, filters and orders those. `states`: none named means everybody but merged and erased.
 * `after`: opaque, from the last page.
 */
export type CustomerQuery = {
  readonly search: string;
  readonly states: readonly CustomerState[];
  readonly has: 'card' | 'no_card' | 'due_card' | 'discount' | 'conflict' | null;
  readonly order: 'newest' | 'surname' | 'spent' | 'last_purchase';
  readonly after: string | null;
  readonly max: number;
};

export type CustomerPageOf = { readonly rows: readonly CustomerRow[]; readonly nextAfter: string | null };

/** What lists and pages need of a customer beside the customer: kept by the refresh of the standing. */
export type CustomerFigures = {
  readonly cards: readonly CardNumber[];
  readonly spentMinor: number;
  readonly purchases: number;
  readonly discountBp: number;
  readonly firstPurchaseAt: Instant | null;
  readonly lastPurchaseAt: Instant | null;
  readonly dueCard: readonly ProgramId[];
  /** Orders that used a reward which another one had used; absent as on most customers: none. */
  readonly conflicts?: readonly OrderId[];
  readonly sequence: number;
  readonly asOf: Instant;
};

export type HomeFigures = {
  readonly customers: number;
  readonly holders: number;
  readonly cardsIssued: number;
  readonly purchases30: number;
  readonly revenue30Minor: number;
  readonly discount30Minor: number;
  readonly byDay: readonly {
    readonly day: string;
    readonly purchases: number;
    readonly revenueMinor: number;
    readonly discountMinor: number;
  }[];
};

export type ReadModels = {
  /** Keyset paging: holds at 1,000,000 customers. */
  readonly customers: (shop: ShopId, query: CustomerQuery) => Promise<CustomerPageOf>;
  readonly row: (shop: ShopId, id: CustomerId) => Promise<CustomerRow | null>;
  /** Newest first by `processedAt`, then order id; orders of which only refunds are known are not in it. */
  readonly purchasesOf: (
    shop: ShopId,
    id: CustomerId,
    before: { readonly processedAt: Instant; readonly orderId: OrderId } | null,
    max: number,
  ) => Promise<readonly StoredPurchase[]>;
  readonly home: (shop: ShopId, timeZone: string, now: Instant) => Promise<HomeFigures>;
  /**
   * Forward-only by `sequence`, then by `asOf` (the same of both writes again); nothing happens for a customer the shop
   * does not have.
   */
  readonly putFigures: (shop: ShopId, id: CustomerId, figures: CustomerFigures) => Promise<void>;
  /** The same for many customers, each at most once. */
  readonly putFiguresMany: (
    shop: ShopId,
    many: readonly { readonly customerId: CustomerId; readonly figures: CustomerFigures }[],
  ) => Promise<void>;
  /** Orders that are purchases, made since then; each channel is counted up to 10,000. */
  readonly purchasesByChannel: (shop: ShopId, since: Instant) => Promise<Readonly<Record<Channel, number>>>;
};
