import { gid } from '../../world/gid.ts';
import { nothing } from '../../world/money.ts';
import { currentUnits, taxOfLine } from '../../world/order-sums.ts';
import type { Order, OrderLine } from '../../world/things.ts';
import { moneyFields } from './rest-values.ts';
import { taxLines } from './tax-lines.ts';

/** One element of `line_items`. `total_discount` tells manual line discounts alone, so it stays zero. */
export function lineItemBody(line: OrderLine, order: Order): Record<string, unknown> {
  const current = currentUnits(order, line);
  return {
    id: line.id,
    admin_graphql_api_id: gid('LineItem', line.id),
    attributed_staffs: [],
    current_quantity: current,
    fulfillable_quantity: current,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: line.isGiftCard,
    grams: 0,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    ...moneyFields('price', line.price, order),
    product_exists: line.productId !== null,
    product_id: line.productId,
    properties: line.properties,
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    ...moneyFields('total_discount', nothing, order),
    variant_id: line.variantId,
    variant_inventory_management: null,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: taxLines(taxOfLine(line, order), order),
    duties: [],
    discount_allocations: line.allocations.map(({ application, amount }) => ({
      ...moneyFields('amount', amount, order),
      discount_application_index: application,
    })),
  };
}
