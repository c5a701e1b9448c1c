import type { UseCases } from '../app/use-cases.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** Windows that end by time alone: nobody tells us, so we look. */
export const createRefreshDueStandings = (
  useCases: Pick<UseCases, 'refreshDue'>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'refresh-due-standings',
  payload: nothing,
  every: '1 minute',
  act: () => eachShop('refresh-due-standings', (shop) => untilNone(() => useCases.refreshDue(shop))),
});

/** A use case does one batch; the job goes on until a batch is empty. */
async function untilNone(batch: () => Promise<number>): Promise<void> {
  while ((await batch()) > 0);
}
