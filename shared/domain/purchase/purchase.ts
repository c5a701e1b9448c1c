import type {
  CardNumber,
  ForeignCustomerId,
  Instant,
  LineId,
  LocationId,
  OrderId,
  ProductId,
  RefundId,
  ShopifyCustomerId,
  VariantId,
} from '../ids.ts';
import type { CurrencyCode } from '../money/money.ts';
import type { RewardCode } from '../offer/reward-code.ts';

export type Channel = 'web' | 'till' | 'other';

/**
 * Rewards that units of a line took (rules 2.4), as the order names them: each came after so many items, so many of
 * them, and what they gave together in minor units.
 */
export type LineReward = { readonly after: number; readonly count: number; readonly givenMinor: number };

/**
 * One line of an order as its newest snapshot tells it. Money in minor units of the shop's currency.
 * `amountMinor` is what was charged for all `quantity` units after every discount (rules 1).
 * `removedQuantity` are units an order edit took away; refunds are not in it.
 */
export type OrderLine = {
  readonly lineId: LineId;
  readonly productId: ProductId | null;
  readonly variantId: VariantId | null;
  readonly title: string;
  readonly quantity: number;
  readonly removedQuantity: number;
  readonly priceMinor: number;
  readonly amountMinor: number;
  readonly ourDiscountMinor: number;
  readonly isGiftCard: boolean;
  readonly isSalePriced: boolean;
  /** Only where units of it took a reward; a part of `ourDiscountMinor`. */
  readonly reward?: LineReward;
};

/** Why an order is or is not a purchase. `owed` = not paid yet. */
export type OrderState = 'paid' | 'owed' | 'cancelled' | 'deleted';

/** An order at one `updatedAt`. A later one replaces it whole. */
export type OrderSnapshot = {
  readonly orderId: OrderId;
  readonly name: string;
  readonly updatedAt: Instant;
  readonly processedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly state: OrderState;
  readonly isTest: boolean;
  readonly currency: CurrencyCode;
  readonly channel: Channel;
  readonly locationId: LocationId | null;
  readonly shopifyCustomerId: ShopifyCustomerId | null;
  readonly cardNumber: CardNumber | null;
  /** Only in what a file told of an order, and when: whatever Shopify itself says of it is newer (decision 0058). */
  readonly fileToldAt?: Instant;
  /** Only in orders of another system that name somebody. */
  readonly foreignCustomerId?: ForeignCustomerId;
  /** The card of a holder that a new customer presented (rules 2.7): the order is the customer's, not the holder's. */
  readonly referredBy?: CardNumber;
  readonly lines: readonly OrderLine[];
  /** Codes of ours that took something off, each once; absent where there is none, as on most orders. */
  readonly codes?: readonly RewardCode[];
};

/** Goods given back, or money given without goods (`goodwillMinor`, shop currency). Never changes once made. */
export type Refund = {
  readonly refundId: RefundId;
  readonly orderId: OrderId;
  readonly processedAt: Instant;
  readonly lines: readonly { readonly lineId: LineId; readonly quantity: number }[];
  readonly goodwillMinor: number;
};

/** Newest snapshot (null: only refunds came so far) and the union of its refunds by id. */
export type Purchase = {
  readonly orderId: OrderId;
  readonly snapshot: OrderSnapshot | null;
  readonly refunds: readonly Refund[];
};

/** What is left of a line at an instant. Units that remain are the first ones; returned ones left from the end. */
export type NetLine = {
  readonly lineId: LineId;
  readonly productId: ProductId | null;
  readonly items: number;
  readonly amountMinor: number;
  /** Those of the items that took a reward each, and what they are worth. */
  readonly reward?: { readonly after: number; readonly items: number; readonly amountMinor: number };
};

/** A purchase as a program sees it at an instant (rules 1). */
export type NetPurchase = {
  readonly orderId: OrderId;
  readonly processedAt: Instant;
  readonly place: Pick<OrderSnapshot, 'channel' | 'locationId'>;
  readonly lines: readonly NetLine[];
  readonly items: number;
  readonly amountMinor: number;
  readonly counts: boolean;
};
