import type { UseCases } from '../app/use-cases.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** Draws whose time to close has come, and winners whom nobody has told yet. */
export const createCloseDrawsJob = (
  useCases: Pick<UseCases, 'closeDraws'>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'close-draws',
  payload: nothing,
  every: '1 minute',
  act: () => eachShop('close-draws', useCases.closeDraws),
});
