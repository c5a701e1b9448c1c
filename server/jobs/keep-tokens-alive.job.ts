import type { ShopId } from '../../shared/domain/ids.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** A shop idle for 90 days would lock us out: using its token once a day renews it in time. */
export const createKeepTokensAlive = (
  renew: (shop: ShopId) => Promise<unknown>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'keep-tokens-alive',
  payload: nothing,
  every: '1 day',
  act: () => eachShop('keep-tokens-alive', renew),
});
