import { gid } from '../../world/gid.ts';
import { type Both, moneyText, nothing } from '../../world/money.ts';
import { type OrderSums, sumsOf, taxOf } from '../../world/order-sums.ts';
import type { ShopState } from '../../world/state.ts';
import type { Customer, DiscountApplication, Order, ShopFacts } from '../../world/things.ts';
import { addressBody, customerInOrder } from './customer-body.ts';
import { lineItemBody } from './line-item-body.ts';
import { refundBody } from './refund-body.ts';
import { moneyFields, moneySet, restTime, restTimeOrNull } from './rest-values.ts';
import { taxLines } from './tax-lines.ts';

/** The REST order, as in webhooks of orders. */
export function orderBody(state: ShopState, order: Order): Record<string, unknown> {
  const { facts } = state;
  const sums = sumsOf(order);
  const customer = order.customerId === null ? null : (state.customers.get(order.customerId) ?? null);
  return {
    id: order.id,
    admin_graphql_api_id: gid('Order', order.id),
    ...whenAndHow(facts, order),
    ...moneyOf(order, sums),
    ...peopleOf(facts, order, customer),
    ...addressesOf(order, customer),
    note: order.note,
    note_attributes: order.noteAttributes,
    tags: order.tags.join(', '),
    discount_codes: discountCodes(order),
    discount_applications: order.applications.map(applicationBody),
    line_items: order.lines.map((line) => lineItemBody(line, order)),
    shipping_lines: shippingLines(order),
    tax_lines: taxLines(sums.tax, order),
    fulfillments: [],
    refunds: order.refunds.map((refund) => refundBody(facts, order, refund)),
    payment_gateway_names: [...new Set(order.transactions.map(({ gateway }) => gateway))],
  };
}

const whenAndHow = (facts: ShopFacts, order: Order) => ({
  app_id: order.sourceName === 'pos' ? 129785 : 580111,
  name: order.name,
  number: order.number - 1000,
  order_number: order.number,
  created_at: restTime(order.createdAt, facts),
  processed_at: restTime(order.processedAt, facts),
  updated_at: restTime(order.updatedAt, facts),
  cancelled_at: restTimeOrNull(order.cancelledAt, facts),
  cancel_reason: order.cancelReason,
  closed_at: restTimeOrNull(order.closedAt, facts),
  confirmed: true,
  test: order.isTest,
  financial_status: order.financialStatus,
  fulfillment_status: null,
  source_name: order.sourceName,
  source_identifier: null,
  source_url: null,
  location_id: order.locationId,
  user_id: order.staffId,
  device_id: null,
  cart_token: order.cartToken,
  checkout_token: order.cartToken,
  token: `t${order.id}`,
  company: null,
  merchant_of_record_app_id: null,
  po_number: null,
});

const moneyOf = (order: Order, sums: OrderSums): Record<string, unknown> => ({
  currency: order.currency,
  presentment_currency: order.presentmentCurrency,
  taxes_included: order.taxesIncluded,
  tax_exempt: false,
  ...moneyFields('total_line_items_price', sums.lineItems, order),
  ...moneyFields('total_discounts', sums.discounts, order),
  ...moneyFields('subtotal_price', sums.subtotal, order),
  ...moneyFields('total_tax', sums.tax, order),
  ...moneyFields('total_price', sums.total, order),
  ...moneyFields('current_total_discounts', sums.currentDiscounts, order),
  ...moneyFields('current_subtotal_price', sums.currentSubtotal, order),
  ...moneyFields('current_total_tax', sums.currentTax, order),
  ...moneyFields('current_total_price', sums.currentTotal, order),
  current_total_duties_set: null,
  original_total_duties_set: null,
  total_shipping_price_set: moneySet(order.shipping, order),
  total_tip_received: moneyText(order.tip.shopMinor, order.currency),
  total_outstanding: moneyText(sums.outstanding.shopMinor, order.currency),
  total_weight: 0,
  total_cash_rounding_payment_adjustment_set: moneySet(nothing, order),
  total_cash_rounding_refund_adjustment_set: moneySet(nothing, order),
});

const peopleOf = (facts: ShopFacts, order: Order, customer: Customer | null) => ({
  email: order.email ?? '',
  contact_email: order.email,
  phone: order.phone,
  buyer_accepts_marketing: customer?.consent.state === 'subscribed',
  customer_locale: order.customerLocale ?? customer?.locale ?? null,
  ...(customer === null ? { customer: null } : { customer: customerInOrder(facts, customer) }),
});

const addressesOf = ({ sourceName }: Order, customer: Customer | null) => {
  const address = customer?.address ?? null;
  const body = address === null || customer === null ? null : addressBody(address, customer.id);
  return { billing_address: body, shipping_address: sourceName === 'pos' ? null : body };
};

function discountCodes(order: Order): readonly unknown[] {
  const allocations = order.lines.flatMap((line) => line.allocations);
  const codes = new Map(
    order.applications.flatMap(({ code, valueType }) => (code === null ? [] : [[code, valueType]])),
  );
  return [...codes].map(([code, type]) => {
    const given = allocations
      .filter(({ application }) => order.applications[application]?.code === code)
      .reduce((sum, { amount }) => sum + amount.shopMinor, 0);
    return { code, amount: moneyText(given, order.currency), type };
  });
}

const applicationBody = (application: DiscountApplication) => ({
  target_type: application.targetType,
  type: application.type,
  value: application.value,
  value_type: application.valueType,
  allocation_method: application.allocationMethod,
  target_selection: application.targetSelection,
  ...(application.type === 'discount_code'
    ? { code: application.code }
    : { title: application.title, ...(application.type === 'manual' ? { description: application.title } : {}) }),
});

function shippingLines(order: Order): readonly unknown[] {
  const { shipping } = order;
  if (shipping.presentmentMinor === 0) return [];
  const tax: Both = taxOf(shipping, order);
  return [
    {
      id: order.id + 1,
      code: 'Standard',
      title: 'Standard',
      source: 'shopify',
      ...moneyFields('price', shipping, order),
      ...moneyFields('discounted_price', shipping, order),
      discount_allocations: [],
      tax_lines: taxLines(tax, order),
      is_removed: false,
    },
  ];
}
