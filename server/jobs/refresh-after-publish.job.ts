import type { z } from 'zod';
import type { UseCases } from '../app/use-cases.ts';
import { oneShop, type ScheduledJob } from './scheduled-job.ts';

export const REFRESH_AFTER_PUBLISH = 'refresh-after-publish';

/**
 * A program changed, or its planned end has come: checkout is told of its goods and caps, and everybody is evaluated
 * anew. Cut short, it starts again and finds the first ones unchanged.
 */
export const createRefreshAfterPublish = (
  useCases: Pick<UseCases, 'endDuePrograms' | 'rebuildStandings' | 'tellCaps' | 'tellScope'>,
): ScheduledJob<z.output<typeof oneShop>> => ({
  name: REFRESH_AFTER_PUBLISH,
  payload: oneShop,
  every: null,
  act: async ({ shop }) => {
    await useCases.endDuePrograms(shop);
    await useCases.tellScope(shop);
    await useCases.tellCaps(shop);
    await useCases.rebuildStandings(shop);
  },
});
