import { z } from 'zod';
import type { LineId, OrderId, RefundId } from '../../shared/domain/ids.ts';
import { instant, LIST_MAX, quantity, shopifyId, signedAmountSet } from '../values.ts';

const refundFields = {
  id: shopifyId<RefundId>(),
  created_at: instant,
  processed_at: instant.nullish(),
  refund_line_items: z.array(z.object({ line_item_id: shopifyId<LineId>(), quantity })).max(LIST_MAX),
  /** The difference between what the goods were worth and what was paid back; shipping is booked apart. */
  order_adjustments: z.array(z.object({ kind: z.string().nullish(), amount_set: signedAmountSet })),
};

/** A refund inside an order, which says whose it is. */
export const embeddedRefund = z.object(refundFields);
export type RefundPayload = z.output<typeof embeddedRefund>;

/** A refund told by itself: no customer, no totals of the order. */
export const refundPayload = z.object({ ...refundFields, order_id: shopifyId<OrderId>() });
