import type {
  CardNumber,
  CustomerId,
  Instant,
  OrderId,
  ShopId,
  ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';
import type { OrderSnapshot, Purchase, Refund } from '../../../shared/domain/purchase/purchase.ts';
import type { CustomerRange } from './customer-store.ts';

/**
 * A purchase and whose it is; null: nobody's. `contested`: card and Shopify customer named different people.
 * `formerCustomerIds`: whom it was taken from; their standings are refreshed with it, so that a crash between the
 * two leaves nobody with a purchase that is not theirs. `giverId`: who handed on the card that was
 * presented (rules 2.7).
 */
export type StoredPurchase = Purchase & {
  readonly customerId: CustomerId | null;
  readonly contested: boolean;
  readonly formerCustomerIds: readonly CustomerId[];
  readonly giverId?: CustomerId | null;
};

/** Orders made from an instant on up to before another one; null: without end. */
export type Span = { readonly from: Instant | null; readonly before: Instant | null };

/** An order of the past and whose it is; null: nobody's. */
export type OwnedPurchase = { readonly customerId: CustomerId | null; readonly purchase: Purchase };

export type PurchaseStore = {
  /**
   * Exactly what `mergePurchase` says, in one atomic update: only a snapshot of greater `newness` (text) replaces; of a
   * refund told twice under one id the one of greater `fullness` (text) stays.
   */
  readonly record: (
    shop: ShopId,
    orderId: OrderId,
    snapshot: OrderSnapshot | null,
    refunds: readonly Refund[],
  ) => Promise<{ readonly outcome: 'recorded' | 'unchanged'; readonly purchase: StoredPurchase }>;
  /**
   * Says whose it is, and whose card was presented as a friend's; in the same write whoever had it, or gave, joins
   * `formerCustomerIds`, and whoever gets it leaves them.
   * Answers the order as it stands now; null: there is none.
   */
  readonly attribute: (
    shop: ShopId,
    orderId: OrderId,
    customerId: CustomerId | null,
    contested: boolean,
    giverId?: CustomerId | null,
  ) => Promise<StoredPurchase | null>;
  readonly find: (shop: ShopId, orderId: OrderId) => Promise<StoredPurchase | null>;
  /** All of a customer's, any order: the facts of `evaluate`. */
  readonly ofCustomer: (shop: ShopId, customerId: CustomerId) => Promise<readonly Purchase[]>;
  /** Orders that name the card, as the buyer's or a friend's, or the Shopify customer; attributed to anybody. */
  readonly naming: (
    shop: ShopId,
    who: { readonly cards: readonly CardNumber[]; readonly shopifyCustomerIds: readonly ShopifyCustomerId[] },
  ) => Promise<readonly StoredPurchase[]>;
  /** Moves every purchase of one customer to another (merge), and what friends of theirs bought. Repeatable. */
  readonly move: (shop: ShopId, from: CustomerId, to: CustomerId) => Promise<number>;
  /** Everything (or of those in the range), grouped by customer in the order of their ids, for rebuilds; streamed. */
  readonly byCustomer: (
    shop: ShopId,
    range?: CustomerRange,
  ) => AsyncIterable<{ readonly customerId: CustomerId; readonly purchases: readonly Purchase[] }>;
  /** Everything of a span, nobody's too, for simulations; streamed, customer by customer in no certain order. */
  readonly past: (shop: ShopId, span: Span) => AsyncIterable<readonly OwnedPurchase[]>;
  /** How many that are, counted up to `max`. */
  readonly countPast: (shop: ShopId, span: Span, max: number) => Promise<number>;
  /**
   * Privacy: takes a person out. Purchases of these customers stay as figures of nobody: no customer, no former one of
   * them, no card and no Shopify customer in them. Elsewhere these Shopify customers, and whoever these orders name,
   * are named no more; whom such a purchase counts for stays. Repeatable; answers how many it changed.
   */
  readonly forgetBuyer: (
    shop: ShopId,
    who: {
      readonly customerIds: readonly CustomerId[];
      readonly shopifyCustomerIds: readonly ShopifyCustomerId[];
      readonly orderIds: readonly OrderId[];
    },
  ) => Promise<number>;
  readonly deleteOrders: (shop: ShopId, orderIds: readonly OrderId[]) => Promise<number>;
};
