import type { UseCases } from '../app/use-cases.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** What the shop is called, its time zone, and that its discount is still there with our rules in it. */
export const createRefreshShops = (
  useCases: Pick<UseCases, 'refreshShop'>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'refresh-shops',
  payload: nothing,
  every: '1 day',
  act: () => eachShop('refresh-shops', useCases.refreshShop),
});
