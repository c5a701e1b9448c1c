import { gid } from '../../world/gid.ts';
import { type Both, lessBoth, moneyText, nothing } from '../../world/money.ts';
import type { Order, Refund, RefundLine, ShopFacts, Transaction } from '../../world/things.ts';
import { lineItemBody } from './line-item-body.ts';
import { moneyFields, moneySet, restTime } from './rest-values.ts';

const negative = (amount: Both): Both => lessBoth(nothing, amount);

/** The REST refund: no customer and no totals of the order. `facts` give the clock. */
export function refundBody(facts: ShopFacts, order: Order, refund: Refund): Record<string, unknown> {
  return {
    id: refund.id,
    admin_graphql_api_id: gid('Refund', refund.id),
    order_id: refund.orderId,
    created_at: restTime(refund.createdAt, facts),
    processed_at: restTime(refund.processedAt, facts),
    note: refund.note,
    user_id: refund.staffId,
    restock: refund.restock,
    duties: [],
    refund_duties: [],
    return: null,
    ...totalDuties(order),
    order_adjustments: adjustmentsOf(order, refund),
    refund_shipping_lines: [],
    refund_line_items: refund.lines.map((line) => refundLineBody(order, line)),
    transactions: refund.transactions.map((each) => transactionBody(facts, order, each)),
  };
}

const totalDuties = (order: Order) => ({ total_duties_set: moneySet(nothing, order) });

/** Money without goods, and shipping given back, are adjustments below zero. */
function adjustmentsOf(order: Order, refund: Refund): readonly unknown[] {
  const kinds = [
    ['refund_discrepancy', 'Refund discrepancy', refund.goodwill],
    ['shipping_refund', 'Shipping refund', refund.shipping],
  ] as const;
  return kinds
    .filter(([, , amount]) => amount.presentmentMinor > 0)
    .map(([kind, reason, amount], i) => ({
      id: refund.id * 10 + i,
      order_id: order.id,
      refund_id: refund.id,
      kind,
      reason,
      ...moneyFields('amount', negative(amount), order),
      ...moneyFields('tax_amount', nothing, order),
    }));
}

/** REST writes `subtotal` and `total_tax` of a refunded line as numbers, in the shop's currency. */
function refundLineBody(order: Order, line: RefundLine): Record<string, unknown> {
  const of = order.lines.find(({ id }) => id === line.lineId);
  return {
    id: line.id,
    line_item_id: line.lineId,
    quantity: line.quantity,
    restock_type: line.restockType,
    location_id: line.locationId,
    subtotal: Number(moneyText(line.subtotal.shopMinor, order.currency)),
    subtotal_set: moneySet(line.subtotal, order),
    total_tax: Number(moneyText(line.tax.shopMinor, order.currency)),
    total_tax_set: moneySet(line.tax, order),
    ...(of === undefined ? {} : { line_item: lineItemBody(of, order) }),
  };
}

/** A transaction speaks in the currency the buyer paid in. */
export const transactionBody = (facts: ShopFacts, order: Order, transaction: Transaction) => ({
  id: transaction.id,
  admin_graphql_api_id: gid('OrderTransaction', transaction.id),
  order_id: order.id,
  amount: moneyText(transaction.amount.presentmentMinor, order.presentmentCurrency),
  currency: order.presentmentCurrency,
  created_at: restTime(transaction.createdAt, facts),
  processed_at: restTime(transaction.createdAt, facts),
  gateway: transaction.gateway,
  kind: transaction.kind,
  status: transaction.status,
  test: order.isTest,
  parent_id: null,
  message: null,
  error_code: null,
  location_id: order.locationId,
  user_id: order.staffId,
});
