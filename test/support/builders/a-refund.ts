import type { Refund } from '../../../shared/domain/purchase/purchase.ts';
import { at } from './at.ts';
import { lineId, orderId, refundId } from './ids.ts';

const LATER = at('2026-02-10');

/** One unit of the order's only line comes back, a month after `aSnapshot` was bought. */
export const aRefund = (said: Partial<Refund> = {}): Refund => ({
  refundId: refundId('5001'),
  orderId: orderId('1001'),
  processedAt: LATER,
  lines: [{ lineId: lineId('1'), quantity: 1 }],
  goodwillMinor: 0,
  ...said,
});

/** Money without goods. */
export const aGoodwill = (goodwillMinor: number, said: Partial<Refund> = {}): Refund =>
  aRefund({ lines: [], goodwillMinor, ...said });
