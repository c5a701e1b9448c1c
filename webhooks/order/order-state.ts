import type { OrderState } from '../../shared/domain/purchase/purchase.ts';
import type { OrderPayload } from './payload.ts';

type FinancialStatus = NonNullable<OrderPayload['financial_status']>;

/** Refunds take goods away, not the payment; a payment that was called off or ran out never came. */
const STATES: Readonly<Record<FinancialStatus, OrderState>> = {
  pending: 'owed',
  authorized: 'owed',
  partially_paid: 'owed',
  unpaid: 'owed',
  paid: 'paid',
  partially_refunded: 'paid',
  refunded: 'paid',
  voided: 'cancelled',
  expired: 'cancelled',
};

/**
 * What an order is to us (rules 5): cancelled before it was paid, nothing ever counted; cancelled after, it was paid
 * and `cancelledAt` says from when on nothing is left of it.
 */
export function orderState(order: Pick<OrderPayload, 'financial_status' | 'cancelled_at'>): OrderState {
  const state = order.financial_status === null ? 'owed' : STATES[order.financial_status];
  return state === 'owed' && order.cancelled_at != null ? 'cancelled' : state;
}
