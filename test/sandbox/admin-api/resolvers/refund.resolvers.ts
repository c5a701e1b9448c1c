import { gid } from '../../world/gid.ts';
import { type Both, lessBoth, nothing, sumBoth } from '../../world/money.ts';
import type { Order, Refund, RefundLine, Transaction } from '../../world/things.ts';
import type { AdminContext, Resolvers } from '../admin-context.ts';
import { connection, type PageArgs } from '../connection.ts';
import { dateTime, moneyBag } from '../values.ts';
import { type InOrder, inOrder } from './in-order.ts';

type OfOrder = InOrder<Refund>;
type Adjustment = InOrder<{ readonly id: number; readonly amount: Both }>;

const locationIn = (context: AdminContext, id: number | null) =>
  context.shop.state.facts.locations.find((location) => location.id === id) ?? null;

const lineIn = (order: Order, lineId: number) => inOrder(order, order.lines).find(({ id }) => id === lineId) ?? null;

export const refundResolvers: Resolvers = {
  Refund: {
    id: ({ id }: OfOrder) => gid('Refund', id),
    legacyResourceId: ({ id }: OfOrder) => id,
    createdAt: ({ createdAt }: OfOrder) => dateTime(createdAt),
    processedAt: ({ processedAt }: OfOrder) => dateTime(processedAt),
    updatedAt: ({ processedAt }: OfOrder) => dateTime(processedAt),
    note: ({ note }: OfOrder) => note,
    order: ({ order }: OfOrder) => order,
    totalRefundedSet: ({ order, transactions }: OfOrder) =>
      moneyBag(sumBoth(transactions.filter(({ status }) => status === 'success').map(({ amount }) => amount)), order),
    refundLineItems: ({ order, lines }: OfOrder, args: PageArgs, context: AdminContext) =>
      connection(context, inOrder(order, lines), args),
    transactions: ({ order, transactions }: OfOrder, args: PageArgs, context: AdminContext) =>
      connection(context, inOrder(order, transactions), args),
    // Shipping given back has a list of its own here, unlike in the REST body.
    orderAdjustments: ({ order, id, goodwill }: OfOrder, args: PageArgs, context: AdminContext) => {
      const all = goodwill.presentmentMinor === 0 ? [] : [{ id: id * 10, amount: lessBoth(nothing, goodwill) }];
      return connection(context, inOrder(order, all), args);
    },
  },
  RefundLineItem: {
    id: ({ id }: InOrder<RefundLine>) => gid('RefundLineItem', id),
    quantity: ({ quantity }: InOrder<RefundLine>) => quantity,
    restockType: ({ restockType }: InOrder<RefundLine>) => restockType.toUpperCase(),
    restocked: ({ restockType }: InOrder<RefundLine>) => restockType !== 'no_restock',
    lineItem: ({ lineId, order }: InOrder<RefundLine>) => lineIn(order, lineId),
    location: ({ locationId }: InOrder<RefundLine>, _args: never, context: AdminContext) =>
      locationIn(context, locationId),
    priceSet: ({ lineId, order }: InOrder<RefundLine>) => moneyBag(lineIn(order, lineId)?.price ?? nothing, order),
    subtotalSet: ({ subtotal, order }: InOrder<RefundLine>) => moneyBag(subtotal, order),
    totalTaxSet: ({ tax, order }: InOrder<RefundLine>) => moneyBag(tax, order),
  },
  OrderAdjustment: {
    id: ({ id }: Adjustment) => gid('OrderAdjustment', id),
    reason: () => 'REFUND_DISCREPANCY',
    amountSet: ({ amount, order }: Adjustment) => moneyBag(amount, order),
    taxAmountSet: ({ order }: Adjustment) => moneyBag(nothing, order),
  },
  OrderTransaction: {
    id: ({ id }: InOrder<Transaction>) => gid('OrderTransaction', id),
    kind: ({ kind }: InOrder<Transaction>) => kind.toUpperCase(),
    status: ({ status }: InOrder<Transaction>) => status.toUpperCase(),
    gateway: ({ gateway }: InOrder<Transaction>) => gateway,
    amountSet: ({ amount, order }: InOrder<Transaction>) => moneyBag(amount, order),
    createdAt: ({ createdAt }: InOrder<Transaction>) => dateTime(createdAt),
    processedAt: ({ createdAt }: InOrder<Transaction>) => dateTime(createdAt),
    test: ({ order }: InOrder<Transaction>) => order.isTest,
    order: ({ order }: InOrder<Transaction>) => order,
  },
};
