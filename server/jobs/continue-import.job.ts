import type { ImportStore } from '../app/ports/import-store.ts';
import type { UseCases } from '../app/use-cases.ts';
import type { EachShop } from './each-shop.ts';
import { nothing, type ScheduledJob } from './scheduled-job.ts';

/** Looks after imports under way: Shopify's word that one has finished may get lost, and a reader may have died. */
export const createContinueImport = (
  useCases: Pick<UseCases, 'continueImport'>,
  imports: Pick<ImportStore, 'all'>,
  eachShop: EachShop,
): ScheduledJob<unknown> => ({
  name: 'continue-import',
  payload: nothing,
  every: '5 seconds',
  act: () =>
    eachShop('continue-import', async (shop) => {
      const known = await imports.all(shop);
      if (known.some(({ state }) => state === 'running' || state === 'reading')) await useCases.continueImport(shop);
    }),
});
