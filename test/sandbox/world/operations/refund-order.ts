import { found, laterThan, type ShopContext } from '../context.ts';
import { keepOrder } from '../keep.ts';
import { type Both, bothOf, type Currencies, lessBoth, nothing, sumBoth } from '../money.ts';
import { currentUnits, lastUnitsOf, refundedUnits, sumsOf, taxOf } from '../order-sums.ts';
import type { Instant, Order, Refund, RefundLine, RestockType } from '../things.ts';

export type RefundOrder = {
  readonly lines?: readonly { readonly lineId: number; readonly quantity: number }[];
  /** Money without goods, in minor units of the buyer's currency. */
  readonly goodwillMinor?: number;
  readonly shippingMinor?: number;
  /** False: goods come back and no money goes, as in an exchange. */
  readonly payBack?: boolean;
  readonly restock?: RestockType;
  readonly note?: string | null;
  readonly staffId?: number | null;
  readonly at?: Instant;
};

/** Goods back, money back, or both; the world hears refunds/create and orders/updated. */
export function refundOrder(context: ShopContext, orderId: number, input: RefundOrder): Refund {
  const before = found(context.state.orders.get(orderId), `order ${orderId}`);
  const at = input.at ?? context.now();
  const refund = refundOf(context, before, input, at);
  const order = withRefund(before, refund, at);
  keepOrder(context.state, order);
  context.emit(at, [
    ['refunds/create', { kind: 'refund', refund }],
    ['orders/updated', { kind: 'order', orderId }],
  ]);
  return refund;
}

/** The order with every unit that is left given back, and its shipping. */
export function refundAll(context: ShopContext, order: Order, at: Instant): Order {
  const lines = order.lines.map((line) => ({ lineId: line.id, quantity: currentUnits(order, line) }));
  const left = lines.filter(({ quantity }) => quantity > 0);
  const sent = sumBoth(order.refunds.map(({ shipping }) => shipping));
  const shippingMinor = lessBoth(order.shipping, sent).presentmentMinor;
  if (left.length === 0 && shippingMinor === 0) return order;
  return withRefund(order, refundOf(context, order, { lines: left, shippingMinor, restock: 'cancel' }, at), at);
}

function withRefund(before: Order, refund: Refund, at: Instant): Order {
  const order = { ...before, refunds: [...before.refunds, refund], updatedAt: laterThan(before.updatedAt, at) };
  const { paid, refunded } = sumsOf(order);
  if (paid.presentmentMinor === 0) return order;
  const isAll = refunded.presentmentMinor >= paid.presentmentMinor;
  const isSome = refunded.presentmentMinor > 0;
  return { ...order, financialStatus: isAll ? 'refunded' : isSome ? 'partially_refunded' : order.financialStatus };
}

function refundOf(context: ShopContext, order: Order, input: RefundOrder, at: Instant): Refund {
  const currencies = { shop: order.currency, presentment: order.presentmentCurrency, rate: order.rate };
  const lines = (input.lines ?? []).map((each) => refundLineOf(context, order, each, input.restock ?? 'return'));
  const goodwill = bothOf(input.goodwillMinor ?? 0, currencies);
  const shipping = bothOf(input.shippingMinor ?? 0, currencies);
  const amount = moneyBack(order, lines, goodwill, shipping, currencies);
  const pays = (input.payBack ?? true) && amount.presentmentMinor > 0;
  const gateway = order.transactions[0]?.gateway ?? 'manual';
  return {
    id: context.nextId(),
    orderId: order.id,
    createdAt: at,
    processedAt: at,
    note: input.note ?? null,
    restock: (input.restock ?? 'return') !== 'no_restock',
    staffId: input.staffId ?? null,
    lines,
    goodwill,
    shipping,
    transactions: pays
      ? [{ id: context.nextId(), kind: 'refund', status: 'success', gateway, amount, createdAt: at }]
      : [],
  };
}

/** Never more than was paid and not given back yet. */
function moneyBack(
  order: Order,
  lines: readonly RefundLine[],
  goodwill: Both,
  shipping: Both,
  currencies: Currencies,
): Both {
  const goods = lines.flatMap(({ subtotal, tax }) => [subtotal, order.taxesIncluded ? nothing : tax]);
  const wanted = sumBoth([...goods, goodwill, shipping]);
  const { paid, refunded } = sumsOf(order);
  const left = paid.presentmentMinor - refunded.presentmentMinor;
  return wanted.presentmentMinor <= left ? wanted : bothOf(Math.max(0, left), currencies);
}

function refundLineOf(
  { nextId }: ShopContext,
  order: Order,
  { lineId, quantity }: { readonly lineId: number; readonly quantity: number },
  restockType: RestockType,
): RefundLine {
  const line = found(
    order.lines.find(({ id }) => id === lineId),
    `line ${lineId} in order ${order.id}`,
  );
  const left = currentUnits(order, line);
  if (quantity < 1 || quantity > left)
    throw new Error(`line ${lineId} has ${left} units, so not ${quantity} to refund`);
  const kept = line.quantity - line.removedQuantity - refundedUnits(order, lineId) - quantity;
  const subtotal = lastUnitsOf(line, kept, quantity);
  return {
    id: nextId(),
    lineId,
    quantity,
    restockType,
    locationId: restockType === 'no_restock' ? null : order.locationId,
    subtotal,
    tax: line.taxable ? taxOf(subtotal, order) : nothing,
  };
}
