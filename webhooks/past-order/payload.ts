import { z } from 'zod';
import type { RecordPurchase } from '../../server/app/use-cases.ts';
import {
  type LineId,
  type LocationId,
  type OrderId,
  type ProductId,
  parseShopifyId,
  type RefundId,
  type ShopifyCustomerId,
} from '../../shared/domain/ids.ts';
import { parseForeignCustomerId, parseForeignOrderId } from '../../shared/domain/purchase/foreign.ts';
import { currency, LIST_MAX, quantity } from '../values.ts';

/** What our own command wrote, so all of it has to be there, and nothing has to be guessed. */
const parsed = <T>(parse: (text: string) => T | null) =>
  z.string().transform((text, context): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'not an id' });
    return z.NEVER;
  });

const anId = <T extends string>() => z.string().min(1).max(200) as unknown as z.ZodType<T>;
const at = z.int();
const minor = z.int().min(0);
const orderId = parsed((text) => parseForeignOrderId(text) ?? parseShopifyId<OrderId>(text));

const line = z.strictObject({
  lineId: anId<LineId>(),
  productId: anId<ProductId>().nullable(),
  variantId: z.null(),
  title: z.string().max(200),
  quantity,
  removedQuantity: z.literal(0),
  priceMinor: minor,
  amountMinor: minor,
  ourDiscountMinor: z.literal(0),
  isGiftCard: z.literal(false),
  isSalePriced: z.literal(false),
});

const snapshot = z.strictObject({
  orderId,
  name: z.string().max(200),
  updatedAt: at,
  processedAt: at,
  cancelledAt: z.null(),
  state: z.literal('paid'),
  isTest: z.literal(false),
  currency,
  channel: z.enum(['web', 'till', 'other']),
  locationId: anId<LocationId>().nullable(),
  shopifyCustomerId: parsed(parseShopifyId<ShopifyCustomerId>).nullable(),
  cardNumber: z.null(),
  fileToldAt: at,
  foreignCustomerId: parsed(parseForeignCustomerId).exactOptional(),
  lines: z.array(line).max(LIST_MAX),
});

const refund = z.strictObject({
  refundId: anId<RefundId>(),
  orderId,
  processedAt: at,
  lines: z.array(z.strictObject({ lineId: anId<LineId>(), quantity })),
  goodwillMinor: z.literal(0),
});

/** An order of a file, as `file-past-orders` files it. */
export const pastOrderPayload = z
  .strictObject({ snapshot, refunds: z.array(refund) })
  .transform((told): RecordPurchase => ({ ...told, orderId: told.snapshot.orderId, cardStatement: null }));
