import { createUseCases } from '../../../server/app/create-use-cases.ts';
import { createSimulatePast } from '../../../server/app/simulation/simulate-past.ts';
import type { UseCases } from '../../../server/app/use-cases.ts';
import { hashing } from '../../../server/hashing.ts';
import { chance, ids } from '../../../server/ids.ts';
import type { Storage } from '../../../server/storage/open-storage.ts';
import { createInMemoryShopifyAdmin } from '../in-memory-shopify-admin.ts';

const quietly = (): void => undefined;

/** The app's use cases over its real database, in the test's own process; Shopify is not asked for anything. */
export function openUseCases({ stores, privacyFiles }: Storage): UseCases {
  return createUseCases({
    stores,
    privacyFiles,
    admin: createInMemoryShopifyAdmin(),
    clock: { now: () => Date.now() },
    ids,
    chance,
    hashing,
    log: { info: quietly, warn: quietly, error: quietly },
    askForSweep: async () => undefined,
    nudgeInbox: quietly,
    nudgeOutbox: quietly,
    nudgeSimulations: quietly,
    simulator: createSimulatePast(stores),
  });
}
