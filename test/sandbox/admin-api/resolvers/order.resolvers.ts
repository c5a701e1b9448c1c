import { gid } from '../../world/gid.ts';
import { type Both, sumBoth } from '../../world/money.ts';
import { type OrderSums, sumsOf } from '../../world/order-sums.ts';
import type { Attribute, Order } from '../../world/things.ts';
import type { AdminContext, Resolver, Resolvers } from '../admin-context.ts';
import { connection, type PageArgs } from '../connection.ts';
import { dateTime, dateTimeOrNull, moneyBag } from '../values.ts';
import { applicationOf } from './discount-application.resolvers.ts';
import { inOrder } from './in-order.ts';
import { metafieldFields } from './metafield.resolvers.ts';

const sum =
  (pick: (sums: OrderSums) => Both): Resolver =>
  (order: Order) =>
    moneyBag(pick(sumsOf(order)), order);

/** Money of an order, at the time and now. */
const money: Readonly<Record<string, Resolver>> = {
  subtotalPriceSet: sum(({ subtotal }) => subtotal),
  totalDiscountsSet: sum(({ discounts }) => discounts),
  totalTaxSet: sum(({ tax }) => tax),
  totalPriceSet: sum(({ total }) => total),
  originalTotalPriceSet: sum(({ total }) => total),
  currentSubtotalPriceSet: sum(({ currentSubtotal }) => currentSubtotal),
  currentTotalDiscountsSet: sum(({ currentDiscounts }) => currentDiscounts),
  currentTotalTaxSet: sum(({ currentTax }) => currentTax),
  currentTotalPriceSet: sum(({ currentTotal }) => currentTotal),
  totalReceivedSet: sum(({ paid }) => paid),
  totalRefundedSet: sum(({ refunded }) => refunded),
  totalOutstandingSet: sum(({ outstanding }) => outstanding),
  netPaymentSet: sum(({ paid, refunded }) => ({
    shopMinor: paid.shopMinor - refunded.shopMinor,
    presentmentMinor: paid.presentmentMinor - refunded.presentmentMinor,
  })),
  totalShippingPriceSet: (order: Order) => moneyBag(order.shipping, order),
  totalTipReceivedSet: (order: Order) => moneyBag(order.tip, order),
  totalRefundedShippingSet: (order: Order) => moneyBag(sumBoth(order.refunds.map(({ shipping }) => shipping)), order),
};

const statusOf = ({ financialStatus }: Order): string => financialStatus.toUpperCase();

export const orderResolvers: Resolvers = {
  Order: {
    id: ({ id }: Order) => gid('Order', id),
    legacyResourceId: ({ id }: Order) => id,
    name: ({ name }: Order) => name,
    number: ({ number }: Order) => number,
    createdAt: ({ createdAt }: Order) => dateTime(createdAt),
    processedAt: ({ processedAt }: Order) => dateTime(processedAt),
    updatedAt: ({ updatedAt }: Order) => dateTime(updatedAt),
    cancelledAt: ({ cancelledAt }: Order) => dateTimeOrNull(cancelledAt),
    cancelReason: ({ cancelReason }: Order) => cancelReason?.toUpperCase() ?? null,
    closedAt: ({ closedAt }: Order) => dateTimeOrNull(closedAt),
    closed: ({ closedAt }: Order) => closedAt !== null,
    confirmed: () => true,
    edited: ({ isEdited }: Order) => isEdited,
    test: ({ isTest }: Order) => isTest,
    displayFinancialStatus: statusOf,
    displayFulfillmentStatus: () => 'UNFULFILLED',
    fullyPaid: (order: Order) => sumsOf(order).outstanding.presentmentMinor === 0,
    unpaid: ({ financialStatus }: Order) => financialStatus === 'pending',
    currencyCode: ({ currency }: Order) => currency,
    presentmentCurrencyCode: ({ presentmentCurrency }: Order) => presentmentCurrency,
    taxesIncluded: ({ taxesIncluded }: Order) => taxesIncluded,
    email: ({ email }: Order) => email,
    phone: ({ phone }: Order) => phone,
    note: ({ note }: Order) => note,
    tags: ({ tags }: Order) => tags,
    customAttributes: ({ noteAttributes }: Order) =>
      noteAttributes.map(({ name, value }: Attribute) => ({ key: name, value })),
    customerLocale: ({ customerLocale }: Order) => customerLocale,
    sourceName: ({ sourceName }: Order) => sourceName,
    sourceIdentifier: () => null,
    cartToken: ({ cartToken }: Order) => cartToken,
    paymentGatewayNames: ({ transactions }: Order) => [...new Set(transactions.map(({ gateway }) => gateway))],
    discountCodes: ({ applications }: Order) => applications.flatMap(({ code }) => code ?? []),
    discountCode: ({ applications }: Order) => applications.find(({ code }) => code !== null)?.code ?? null,
    customer: ({ customerId }: Order, _args: never, { shop }: AdminContext) =>
      customerId === null ? null : (shop.state.customers.get(customerId) ?? null),
    retailLocation: ({ locationId, sourceName }: Order, _args: never, { shop }: AdminContext) =>
      sourceName !== 'pos' ? null : (shop.state.facts.locations.find(({ id }) => id === locationId) ?? null),
    lineItems: (order: Order, args: PageArgs, context: AdminContext) =>
      connection(context, inOrder(order, order.lines), args),
    refunds: (order: Order, { first }: PageArgs) => inOrder(order, order.refunds.slice(0, first ?? undefined)),
    transactions: (order: Order, { first }: PageArgs) => {
      const all = [...order.transactions, ...order.refunds.flatMap(({ transactions }) => transactions)];
      return inOrder(order, all.slice(0, first ?? undefined));
    },
    discountApplications: (order: Order, args: PageArgs, context: AdminContext) => {
      const all = order.applications.map((_each, index) => ({ id: index + 1, ...applicationOf(order, index) }));
      return connection(context, all, args);
    },
    ...money,
    ...metafieldFields(({ id }: Order) => gid('Order', id)),
  },
  Attribute: {},
};
