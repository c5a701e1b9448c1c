import type { z } from 'zod';
import type { shopMoney } from './money.ts';
import { numericId } from './numeric-id.ts';
import type { OrderHead, OrderLine } from './order-selection.ts';
import type { RefundPage } from './refund.document.ts';

type Money = z.output<typeof shopMoney>;

export type WholeRefund = Pick<RefundPage, 'id' | 'createdAt' | 'processedAt'> & {
  readonly lines: RefundPage['refundLineItems']['nodes'];
  readonly adjustments: RefundPage['orderAdjustments']['nodes'];
};

/** The cart attribute of a typed card; checkout writes the same into the order's metafield. */
const STATEMENT = '_regulars';

/**
 * An order of the Admin API in the form of its webhook, so that both go one way: what a delivery says and what is asked
 * for make the same snapshot. Only the fields that our reader reads; the shop's currency alone.
 */
export function orderBody(head: OrderHead, lines: readonly OrderLine[], refunds: readonly WholeRefund[]): string {
  return JSON.stringify({
    id: numericId(head.id),
    name: head.name,
    currency: head.currencyCode,
    created_at: head.createdAt,
    processed_at: head.processedAt,
    updated_at: head.updatedAt,
    cancelled_at: head.cancelledAt,
    test: head.test,
    financial_status: head.displayFinancialStatus?.toLowerCase() ?? null,
    source_name: head.sourceName,
    location_id: head.retailLocation == null ? null : numericId(head.retailLocation.id),
    customer: head.customer == null ? null : { id: numericId(head.customer.id) },
    note_attributes: attributesOf(head),
    discount_applications: applicationsOf(lines),
    line_items: lines.map(lineBody),
    refunds: refunds.map(refundBody),
  });
}

function attributesOf({ customAttributes, statement }: OrderHead): readonly unknown[] {
  const attributes = customAttributes.map(({ key, value }) => ({ name: key, value }));
  const isThere = attributes.some(({ name }) => name === STATEMENT);
  return statement == null || isThere ? attributes : [...attributes, { name: STATEMENT, value: statement.value }];
}

/** As webhooks name the kinds of discounts; the others have nothing that could be ours. */
const TYPES: Readonly<Record<string, string>> = {
  AutomaticDiscountApplication: 'automatic',
  ManualDiscountApplication: 'manual',
  DiscountCodeApplication: 'discount_code',
};
const OTHER = { type: 'other' };

/** The list that allocations point into by place; a place that nobody points to stays empty. */
function applicationsOf(lines: readonly OrderLine[]): readonly unknown[] {
  const applications: unknown[] = [];
  for (const { discountApplication: each } of lines.flatMap((line) => line.discountAllocations)) {
    const type = TYPES[each.__typename];
    applications[each.index] = type === undefined ? OTHER : { type, title: each.title, code: each.code };
  }
  return Array.from(applications, (each) => each ?? OTHER);
}

const moneySet = ({ shopMoney: { amount, currencyCode } }: Money) => ({
  shop_money: { amount, currency_code: currencyCode },
});

const lineBody = (line: OrderLine) => ({
  id: numericId(line.id),
  title: line.title,
  quantity: line.quantity,
  current_quantity: line.currentQuantity,
  product_id: line.product == null ? null : numericId(line.product.id),
  variant_id: line.variant == null ? null : numericId(line.variant.id),
  gift_card: line.isGiftCard,
  price_set: moneySet(line.originalUnitPriceSet),
  discount_allocations: line.discountAllocations.map((each) => ({
    amount_set: moneySet(each.allocatedAmountSet),
    discount_application_index: each.discountApplication.index,
  })),
});

/** Shipping is no adjustment in the Admin API, so every adjustment is a difference in money for goods. */
const refundBody = (refund: WholeRefund) => ({
  id: numericId(refund.id),
  created_at: refund.createdAt ?? refund.processedAt,
  processed_at: refund.processedAt,
  refund_line_items: refund.lines.map((line) => ({
    line_item_id: numericId(line.lineItem.id),
    quantity: line.quantity,
  })),
  order_adjustments: refund.adjustments.map(({ amountSet }) => ({
    kind: 'refund_discrepancy',
    amount_set: moneySet(amountSet),
  })),
});
