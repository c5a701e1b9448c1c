import type { RecordPurchase } from '../../server/app/use-cases.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { parseCardNumber } from '../../shared/domain/instrument/card-number.ts';
import type { Channel, OrderSnapshot } from '../../shared/domain/purchase/purchase.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readPayload, withinMax } from '../read.ts';
import { refundOf } from '../refund/read-refund.ts';
import { orderState } from './order-state.ts';
import type { IsOurs } from './our-discount.ts';
import { type OrderPayload, orderPayload } from './payload.ts';
import { readLines } from './read-lines.ts';

/** The cart attribute that carries a typed card's signed statement; an order keeps it. */
const STATEMENT = '_regulars';
const STATEMENT_LENGTH_MAX = 2000;

/**
 * The cart property in which our till extension writes the card it scanned; Shopify keeps it on the order. Believed of
 * the till alone, where staff sold: a shopper can write any attribute into a cart of the web.
 */
const SCANNED = 'regulars_card';

/** The same for a card that a new customer presented as a friend's, where the app said that it welcomes them. */
const FRIENDS = 'regulars_friend';

const CHANNELS: Readonly<Record<string, Channel>> = { web: 'web', pos: 'till' };

/** An order as Shopify tells it: its snapshot, the refunds in it, and the statement that somebody's cart carried. */
export function readOrder(body: unknown, isOurs: IsOurs): Result<RecordPurchase, readonly Fault[]> {
  const read = readPayload(orderPayload, body);
  if (!read.ok) return read;
  const order = read.value;
  const refunds = (order.refunds ?? []).map((refund) => refundOf(refund, order.id));
  const { lines, codes, faults } = readLines({ order, refunds, isOurs: isTill(order) ? ofTill(isOurs) : isOurs });
  if (faults.length > 0) return { ok: false, error: withinMax(faults) };
  const snapshot = { ...headOf(order), lines, ...(codes.length === 0 ? {} : { codes }) };
  return { ok: true, value: { orderId: order.id, snapshot, refunds, cardStatement: statementOf(order) } };
}

const headOf = (order: OrderPayload): Omit<OrderSnapshot, 'lines' | 'codes'> => ({
  orderId: order.id,
  name: order.name ?? '',
  updatedAt: order.updated_at,
  processedAt: order.processed_at ?? order.created_at,
  cancelledAt: order.cancelled_at ?? null,
  state: orderState(order),
  isTest: order.test ?? false,
  currency: order.currency,
  channel: CHANNELS[order.source_name ?? ''] ?? 'other',
  locationId: order.location_id ?? null,
  shopifyCustomerId: order.customer?.id ?? null,
  cardNumber: isTill(order) ? scannedOf(order, SCANNED) : null,
  ...friendsOf(order),
});

function friendsOf(order: OrderPayload): Pick<OrderSnapshot, 'referredBy'> {
  const number = isTill(order) ? scannedOf(order, FRIENDS) : null;
  return number === null ? {} : { referredBy: number };
}

const isTill = ({ source_name }: OrderPayload): boolean => CHANNELS[source_name ?? ''] === 'till';

/** At the till our extension sets line discounts, which Shopify tells as given by hand, with the title of our node. */
const ofTill =
  (isOurs: IsOurs): IsOurs =>
  ({ type, title, code }) =>
    isOurs({ type: type === 'manual' ? 'automatic' : type, title, code });

function scannedOf({ note_attributes }: OrderPayload, property: string): CardNumber | null {
  const value = note_attributes?.find(({ name }) => name === property)?.value;
  return typeof value === 'string' ? parseCardNumber(value) : null;
}

function statementOf({ note_attributes }: OrderPayload): string | null {
  const value = note_attributes?.find(({ name }) => name === STATEMENT)?.value;
  return typeof value === 'string' && value !== '' && value.length <= STATEMENT_LENGTH_MAX ? value : null;
}
