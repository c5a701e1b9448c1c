import { digest } from '../digest.ts';
import {
  type Instant,
  type LineId,
  type OrderId,
  type ProductId,
  parseShopifyId,
  type ShopifyCustomerId,
} from '../ids.ts';
import type { CurrencyCode } from '../money/money.ts';
import type { PastId, PastLine, PastOrder, PastPlace, PastReturn } from '../simulation/history.ts';
import { pastPlace } from '../simulation/past-place.ts';
import { foreignOrderId, parseForeignCustomerId, parseForeignOrderId } from './foreign.ts';
import { isRefundOfFile, refundOfFile } from './merge-purchase.ts';
import type { OrderLine, OrderSnapshot, Purchase, Refund } from './purchase.ts';

/** An order of a file, and whose it was; null: nobody's. */
export type PastPurchase = {
  readonly customerId: PastId | null;
  readonly order: Omit<PastOrder, 'goodwill'>;
  readonly place: PastPlace;
};

/**
 * The currency its amounts are in; when it was told: a later telling of the order replaces an earlier one; and whether
 * the file calls orders and customers what Shopify calls them, so that Shopify's own word replaces all of it.
 */
export type Telling = { readonly currency: CurrencyCode; readonly toldAt: Instant; readonly ids: IdsOf };
export type IdsOf = 'shopify' | 'other';

export type ToldPurchase = { readonly snapshot: OrderSnapshot; readonly refunds: readonly Refund[] };

type Buyer = Pick<OrderSnapshot, 'shopifyCustomerId' | 'foreignCustomerId'>;

const readOrder = (id: PastId, ids: IdsOf): OrderId | null =>
  ids === 'shopify' ? parseShopifyId<OrderId>(id) : parseForeignOrderId(foreignOrderId(String(id)));

/** Null: it names somebody by what cannot be an id. */
function readBuyer(id: PastId | null, ids: IdsOf): Buyer | null {
  if (id === null) return { shopifyCustomerId: null };
  const shopifyCustomerId = ids === 'shopify' ? parseShopifyId<ShopifyCustomerId>(id) : null;
  if (shopifyCustomerId !== null) return { shopifyCustomerId };
  const foreignCustomerId = ids === 'shopify' ? null : parseForeignCustomerId(String(id));
  return foreignCustomerId === null ? null : { shopifyCustomerId: null, foreignCustomerId };
}

/**
 * The facts that an order of a file comes to: paid, at what was charged back then, before any discount of ours. Ids of
 * another system can never be taken for Shopify's; products and locations are named as the shop names them. Null: the
 * order or its customer is called something that is no such id.
 */
export function purchaseOfPast(
  { customerId, order, place }: PastPurchase,
  { currency, toldAt, ids }: Telling,
): ToldPurchase | null {
  const orderId = readOrder(order.orderId, ids);
  const buyer = readBuyer(customerId, ids);
  if (orderId === null || buyer === null) return null;
  const snapshot: OrderSnapshot = {
    orderId,
    name: String(order.orderId),
    updatedAt: toldAt,
    processedAt: order.at,
    cancelledAt: null,
    state: 'paid',
    isTest: false,
    currency,
    ...pastPlace(place),
    cardNumber: null,
    fileToldAt: toldAt,
    ...buyer,
    lines: order.lines.map(lineOf),
  };
  const refunds = order.lines.flatMap(({ lineId, returns }) =>
    returns.map((returned) => ({ ...refundOf(String(lineId), returned, toldAt), orderId })),
  );
  return { snapshot, refunds };
}

/** A unit's price is what was charged for it, rounded up: discounts of then are a part of it, as in a simulation. */
const lineOf = ({ lineId, productId, quantity, amountMinor }: PastLine): OrderLine => ({
  lineId: String(lineId) as LineId,
  productId: productId === null ? null : (String(productId) as ProductId),
  variantId: null,
  title: String(productId ?? lineId),
  quantity,
  removedQuantity: 0,
  priceMinor: Math.ceil(amountMinor / quantity),
  amountMinor,
  ourDiscountMinor: 0,
  isGiftCard: false,
  isSalePriced: false,
});

const refundOf = (line: string, { at, quantity }: PastReturn, toldAt: Instant): Omit<Refund, 'orderId'> => ({
  refundId: refundOfFile(toldAt, `${line} ${at} ${quantity}`),
  processedAt: at,
  lines: [{ lineId: line as LineId, quantity }],
  goodwillMinor: 0,
});

/** What it says, whenever it was told. */
export function contentOf({ snapshot, refunds }: ToldPurchase): string {
  const returns = refunds.map(({ processedAt, lines }) => JSON.stringify({ processedAt, lines })).sort();
  return digest({ ...snapshot, updatedAt: 0, fileToldAt: 0, returns });
}

/** What is told of an order whose buyer was forgotten since: nobody's, so that no file brings a name back. */
export function toldAfter(known: Purchase | null, told: ToldPurchase): ToldPurchase {
  const { updatedAt, fileToldAt = updatedAt } = known?.snapshot ?? told.snapshot;
  // Forgetting moves a snapshot on behind its own telling, and so does this, for the file after this one.
  if (updatedAt === fileToldAt) return told;
  const { foreignCustomerId: _foreign, ...snapshot } = told.snapshot;
  return { ...told, snapshot: { ...snapshot, updatedAt: snapshot.updatedAt + 1, shopifyCustomerId: null } };
}

/** Whether Shopify itself has told this order, which says more than any file. */
export const isShopifysWord = ({ snapshot }: Purchase): boolean =>
  snapshot !== null && snapshot.fileToldAt === undefined;

/** Whether what is known says all that is told, whenever either was told. */
export function saysAll({ snapshot, refunds }: Purchase, told: ToldPurchase): boolean {
  if (snapshot === null) return false;
  return contentOf({ snapshot, refunds: refunds.filter(isRefundOfFile) }) === contentOf(told);
}
