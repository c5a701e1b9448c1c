// Works out every standing of the bench's shop, twice, in a process of its own: as the worker's job does it.

import { createUseCases } from '../../../server/app/create-use-cases.ts';
import { createSimulatePast } from '../../../server/app/simulation/simulate-past.ts';
import { hashing } from '../../../server/hashing.ts';
import { chance, ids } from '../../../server/ids.ts';
import { openStorage } from '../../../server/storage/open-storage.ts';
import { createInMemoryShopifyAdmin } from '../../support/in-memory-shopify-admin.ts';
import { BENCH_SHOP } from '../bench-shop.ts';
import { BENCH_KEY } from '../processes/start-app.ts';

const uri = process.env.BENCH_MONGODB_URI ?? '';
const { stores, privacyFiles, close } = await openStorage({
  uri,
  encryptionKeys: [BENCH_KEY],
  newInboxId: ids.inbox,
});
const { rebuildStandings } = createUseCases({
  stores,
  privacyFiles,
  admin: createInMemoryShopifyAdmin(),
  clock: { now: () => Date.now() },
  ids,
  chance,
  hashing,
  log: console,
  askForSweep: async () => undefined,
  nudgeInbox: () => undefined,
  nudgeOutbox: () => undefined,
  nudgeSimulations: () => undefined,
  simulator: createSimulatePast(stores),
});
// Whoever asked is gone: nobody reads the answer.
process.once('disconnect', () => process.exit(1));
for (let pass = 1; pass <= 2; pass += 1) {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const rebuilt = await rebuildStandings(BENCH_SHOP);
  const cpu = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - startedAt) / 1000;
  process.send?.({ pass, ...rebuilt, seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6 });
  await new Promise<void>((resolve) => process.once('message', () => resolve()));
}
await close();
process.exit(0);
