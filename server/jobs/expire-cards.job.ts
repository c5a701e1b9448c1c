import type { UseCases } from '../app/use-cases.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** Cards whose last day has passed. */
export const createExpireCards = (
  useCases: Pick<UseCases, 'expireCards'>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'expire-cards',
  payload: nothing,
  every: '10 minutes',
  act: () => eachShop('expire-cards', useCases.expireCards),
});
