import type { UseCases } from '../app/use-cases.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** A webhook that never came heals here: orders updated since the last look are filed like webhooks. */
export const createReconcileOrders = (
  useCases: Pick<UseCases, 'reconcile'>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'reconcile-orders',
  payload: nothing,
  every: '15 minutes',
  act: () => eachShop('reconcile-orders', useCases.reconcile),
});
