import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import { aLine } from './a-line.ts';
import { at } from './at.ts';
import { orderId } from './ids.ts';

/** A paid order of one line at 100.00, told as it was made. */
export function aSnapshot(said: Partial<OrderSnapshot> = {}): OrderSnapshot {
  const processedAt = said.processedAt ?? at('2026-01-10');
  return {
    orderId: orderId('1001'),
    name: `#${said.orderId ?? '1001'}`,
    updatedAt: processedAt,
    processedAt,
    cancelledAt: null,
    state: 'paid',
    isTest: false,
    currency: 'EUR',
    channel: 'web',
    locationId: null,
    shopifyCustomerId: null,
    cardNumber: null,
    lines: [aLine()],
    ...said,
  };
}
