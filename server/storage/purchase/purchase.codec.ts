import type {
  CardNumber,
  CustomerId,
  ForeignCustomerId,
  Instant,
  LineId,
  LocationId,
  OrderId,
  ProductId,
  ShopId,
  ShopifyCustomerId,
  VariantId,
} from '../../../shared/domain/ids.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import { compareIds } from '../../../shared/domain/purchase/compare-ids.ts';
import { believed, fullness, newness } from '../../../shared/domain/purchase/merge-purchase.ts';
import { isPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import type {
  LineReward,
  OrderLine,
  OrderSnapshot,
  Purchase,
  Refund,
} from '../../../shared/domain/purchase/purchase.ts';
import type { StoredPurchase } from '../../app/ports/purchase-store.ts';
import { type DaySum, unreturnedSum } from '../read-models/home-figures.ts';

/**
 * A line without what is usual: no edit, no discount or reward of ours, no gift card, no sale price. A million
 * purchases are read in one go when standings are rebuilt, and every field that is not there is not read.
 */
export type LineDoc = {
  readonly id: LineId;
  readonly product?: ProductId;
  readonly variant?: VariantId;
  readonly title: string;
  readonly quantity: number;
  readonly removed?: number;
  readonly priceMinor: number;
  readonly amountMinor: number;
  readonly ourDiscountMinor?: number;
  readonly isGiftCard?: true;
  readonly isSalePriced?: true;
  readonly reward?: LineReward;
};

/**
 * `newness`: what decides between two snapshots. `sale`: absent unless the order is a purchase. `sum`: what it
 * brings as long as nothing is returned or cancelled.
 */
export type SnapshotDoc = {
  readonly newness: string;
  readonly name: string;
  readonly updatedAt: Instant;
  readonly processedAt: Instant;
  readonly cancelledAt?: Instant;
  readonly state: OrderSnapshot['state'];
  readonly isTest?: true;
  readonly currency: string;
  readonly channel: OrderSnapshot['channel'];
  readonly locationId?: LocationId;
  readonly shopifyCustomerId?: ShopifyCustomerId;
  readonly cardNumber?: CardNumber;
  readonly foreignCustomerId?: ForeignCustomerId;
  readonly fileToldAt?: Instant;
  readonly referredBy?: CardNumber;
  readonly lines: readonly LineDoc[];
  readonly codes?: readonly RewardCode[];
  readonly sale?: 'paid' | 'owed';
  readonly sum?: DaySum;
};

export type RefundDoc = Omit<Refund, 'orderId'> & { readonly fullness: string };

/** `isTouched`: something was returned or cancelled, so `sum` does not hold. */
export type PurchaseDoc = {
  readonly shop: ShopId;
  readonly orderId: OrderId;
  readonly customerId: CustomerId | null;
  readonly contested: boolean;
  readonly formerCustomerIds?: readonly CustomerId[];
  readonly giverId?: CustomerId;
  readonly snapshot: SnapshotDoc | null;
  readonly refunds: readonly RefundDoc[];
  readonly isTouched: boolean;
};

const unusual = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== 0 && value !== false),
  ) as never;

const encodeLine = (line: OrderLine): LineDoc => {
  const { lineId, productId, variantId, title, quantity, removedQuantity, priceMinor, amountMinor } = line;
  const { ourDiscountMinor, isGiftCard, isSalePriced, reward } = line;
  const optional = { product: productId, variant: variantId, removed: removedQuantity, ourDiscountMinor };
  const flags = { ...(isGiftCard ? { isGiftCard } : {}), ...(isSalePriced ? { isSalePriced } : {}) };
  return {
    id: lineId,
    ...unusual(optional),
    title,
    quantity,
    priceMinor,
    amountMinor,
    ...flags,
    ...(reward === undefined ? {} : { reward }),
  };
};

export function encodeSnapshot(snapshot: OrderSnapshot): SnapshotDoc {
  const { name, updatedAt, processedAt, cancelledAt, state, isTest, currency, channel } = snapshot;
  const { locationId, shopifyCustomerId, cardNumber, referredBy = null, lines, codes } = snapshot;
  const { foreignCustomerId = null, fileToldAt } = snapshot;
  const isSale = isPurchase(snapshot, { owedCounts: true });
  const sale = isSale ? { sale: state === 'owed' ? ('owed' as const) : ('paid' as const) } : {};
  return {
    newness: newness(snapshot),
    name,
    updatedAt,
    processedAt,
    ...(cancelledAt === null ? {} : { cancelledAt }),
    state,
    ...(isTest ? { isTest } : {}),
    currency,
    channel,
    ...unusual({ locationId, shopifyCustomerId, cardNumber, foreignCustomerId, referredBy }),
    ...(fileToldAt === undefined ? {} : { fileToldAt }),
    lines: lines.map(encodeLine),
    ...(codes === undefined ? {} : { codes }),
    ...sale,
    ...(isSale ? { sum: unreturnedSum(snapshot) } : {}),
  };
}

const decodeLine = (doc: LineDoc): OrderLine => ({
  lineId: doc.id,
  productId: doc.product ?? null,
  variantId: doc.variant ?? null,
  title: doc.title,
  quantity: doc.quantity,
  removedQuantity: doc.removed ?? 0,
  priceMinor: doc.priceMinor,
  amountMinor: doc.amountMinor,
  ourDiscountMinor: doc.ourDiscountMinor ?? 0,
  isGiftCard: doc.isGiftCard ?? false,
  isSalePriced: doc.isSalePriced ?? false,
  ...(doc.reward === undefined ? {} : { reward: doc.reward }),
});

const decodeSnapshot = (orderId: OrderId, doc: SnapshotDoc): OrderSnapshot => ({
  orderId,
  name: doc.name,
  updatedAt: doc.updatedAt,
  processedAt: doc.processedAt,
  cancelledAt: doc.cancelledAt ?? null,
  state: doc.state,
  isTest: doc.isTest ?? false,
  currency: doc.currency,
  channel: doc.channel,
  locationId: doc.locationId ?? null,
  shopifyCustomerId: doc.shopifyCustomerId ?? null,
  cardNumber: doc.cardNumber ?? null,
  ...(doc.fileToldAt === undefined ? {} : { fileToldAt: doc.fileToldAt }),
  ...(doc.foreignCustomerId === undefined ? {} : { foreignCustomerId: doc.foreignCustomerId }),
  ...(doc.referredBy === undefined ? {} : { referredBy: doc.referredBy }),
  lines: doc.lines.map(decodeLine),
  ...(doc.codes === undefined ? {} : { codes: doc.codes }),
});

export function encodeRefund(refund: Refund): RefundDoc {
  const { refundId, processedAt, lines, goodwillMinor } = refund;
  return { refundId, fullness: fullness(refund), processedAt, lines, goodwillMinor };
}

const decodeRefund = (orderId: OrderId, { refundId, processedAt, lines, goodwillMinor }: RefundDoc): Refund => ({
  refundId,
  orderId,
  processedAt,
  lines,
  goodwillMinor,
});

export function decodePurchase({ orderId, snapshot: doc, refunds }: PurchaseDoc): Purchase {
  const snapshot = doc === null ? null : decodeSnapshot(orderId, doc);
  const all = refunds.map((refund) => decodeRefund(orderId, refund));
  const sorted = all.sort((a, b) => compareIds(a.refundId, b.refundId));
  return { orderId, snapshot, refunds: believed(snapshot, sorted) };
}

export const decodeStoredPurchase = (doc: PurchaseDoc): StoredPurchase => ({
  ...decodePurchase(doc),
  customerId: doc.customerId,
  contested: doc.contested,
  formerCustomerIds: doc.formerCustomerIds ?? [],
  giverId: doc.giverId ?? null,
});
