import type { RecordPurchase } from '../../server/app/use-cases.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import type { Instant } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import { readPayload } from '../read.ts';
import { deletedOrderPayload } from './payload.ts';

/** A code of ISO 4217 that is nobody's money: a deleted order has no amounts. */
const NO_CURRENCY = 'XTS';

/** What is left of an order that was deleted at an instant: the end of it, whatever else still arrives. */
export function readDeletedOrder(body: unknown, deletedAt: Instant): Result<RecordPurchase, readonly Fault[]> {
  const read = readPayload(deletedOrderPayload, body);
  if (!read.ok) return read;
  const orderId = read.value.id;
  const snapshot = {
    orderId,
    name: '',
    updatedAt: deletedAt,
    processedAt: deletedAt,
    cancelledAt: null,
    state: 'deleted',
    isTest: false,
    currency: NO_CURRENCY,
    channel: 'other',
    locationId: null,
    shopifyCustomerId: null,
    cardNumber: null,
    lines: [],
  } as const;
  return { ok: true, value: { orderId, snapshot, refunds: [], cardStatement: null } };
}
