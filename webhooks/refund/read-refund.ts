import type { RecordPurchase } from '../../server/app/use-cases.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Refund } from '../../shared/domain/purchase/purchase.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readPayload } from '../read.ts';
import { type RefundPayload, refundPayload } from './payload.ts';

const SHIPPING = 'shipping_refund';

/** A refund told by itself; the order it belongs to may be known or not yet. */
export function readRefund(body: unknown): Result<RecordPurchase, readonly Fault[]> {
  const read = readPayload(refundPayload, body);
  if (!read.ok) return read;
  const orderId = read.value.order_id;
  const refunds = [refundOf(read.value, orderId)];
  return { ok: true, value: { orderId, snapshot: null, refunds, cardStatement: null } };
}

/** What a refund says by itself, so that it is the same whether it came alone or inside its order. */
export const refundOf = (refund: RefundPayload, orderId: OrderId): Refund => ({
  refundId: refund.id,
  orderId,
  processedAt: refund.processed_at ?? refund.created_at,
  lines: refund.refund_line_items
    .filter((line) => line.quantity > 0)
    .map((line) => ({ lineId: line.line_item_id, quantity: line.quantity })),
  goodwillMinor: goodwillOf(refund),
});

/**
 * Money given beyond the goods' worth, in the shop's currency: the sum of Shopify's own adjustments, which are below
 * zero where more was paid back and above where less was; shipping apart (decision 0033).
 */
function goodwillOf({ order_adjustments }: RefundPayload): number {
  const differenceMinor = order_adjustments
    .filter(({ kind }) => kind !== SHIPPING)
    .reduce((sum, { amount_set }) => sum + amount_set.shop_money.minor, 0);
  return Math.max(0, 0 - differenceMinor);
}
