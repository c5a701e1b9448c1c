import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { Import } from '../ports/import-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { byKind } from './import-kinds.ts';
import { createReadCosts } from './read-costs.ts';
import { createReadImport, type FiledImport, IMPORT_LEASE_MS } from './read-import.ts';
import { freshCosts } from './start-import.ts';

const HOLDER_BYTES = 8;

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'chance' | 'log' | 'nudgeInbox'>;

/**
 * Takes every import under way as far as it goes now: asks Shopify for the bulk operation, looks how it stands, reads a
 * finished one. One process at a time per import; each step is written down before the next, so it is repeatable after
 * a crash anywhere. What Shopify refuses for good ends the import in words. `asksOnly`: reads nothing, since somebody
 * waits for the answer.
 */
export function createContinueImport(deps: Deps, asksOnly = false): UseCases['continueImport'] {
  const { imports } = deps.stores;
  const step = createStep(deps, asksOnly);
  return async (shop) => {
    const holder = [...deps.chance.bytes(HOLDER_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    for (const { kind, state } of byKind(await imports.all(shop))) {
      if (state !== 'running' && state !== 'reading') continue;
      const now = deps.clock.now();
      if (!(await imports.lease(shop, kind, holder, now, now + IMPORT_LEASE_MS))) continue;
      await goOn(deps, shop, kind, (item) => step(shop, item, holder));
      await imports.lease(shop, kind, holder, deps.clock.now(), deps.clock.now());
    }
    return byKind(await imports.all(shop));
  };
}

type Step = (item: Import) => Promise<Import>;

/** Steps until one changes nothing any more. */
async function goOn({ stores, clock, log }: Deps, shop: ShopId, kind: Import['kind'], step: Step): Promise<void> {
  const read = async () => (await stores.imports.all(shop)).find((one) => one.kind === kind);
  for (let item = await read(); item !== undefined; ) {
    const before: Import = item;
    const after = await step(before).catch((error: unknown) => failed(before, error, clock.now()));
    if (after === before) return;
    await stores.imports.put(shop, after);
    if (after.state === 'failed') log.error('import.failed', { shop, kind, why: after.why });
    item = after.state === 'failed' || after.state === 'done' ? undefined : after;
  }
}

/** What may go through later is tried again by whoever comes next. */
function failed(item: Import, error: unknown, now: number): Import {
  if (!(error instanceof AppError) || error.retryable) throw error;
  return { ...item, state: 'failed', endedAt: now, why: error.code };
}

/** The next step of an import; the very same object when there is nothing to do but wait. */
function createStep(deps: Deps, asksOnly: boolean) {
  const { admin, clock } = deps;
  const readImport = createReadImport(deps);
  const readCosts = createReadCosts(deps);
  return async (shop: ShopId, item: Import, holder: string): Promise<Import> => {
    const { kind, bulkOperationId } = item;
    if (bulkOperationId === null) return { ...item, bulkOperationId: await admin.startBulk(shop, kind) };
    const bulk = await admin.bulkOperation(shop, bulkOperationId);
    if (bulk.state === 'failed') return { ...item, state: 'failed', endedAt: clock.now(), why: bulk.why };
    if (bulk.state === 'running') return bulk.objects === item.done ? item : { ...item, done: bulk.objects };
    if (bulk.url === null) return { ...item, state: 'done', done: 0, total: 0, endedAt: clock.now() };
    if (item.state === 'running') return { ...item, state: 'reading', done: 0, total: bulk.objects };
    if (asksOnly) return item;
    const from = { url: bulk.url, holder };
    const done = isFiled(item) ? await readImport(shop, item, from) : await readCosts(shop, item, from);
    if (done === 'turn_over') return item;
    if (done === 'behind') return freshCosts(deps, shop);
    return { ...item, state: 'done', done, total: done, endedAt: clock.now() };
  };
}

const isFiled = (item: Import): item is FiledImport => item.kind !== 'costs';
