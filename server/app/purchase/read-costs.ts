import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { Import } from '../ports/import-store.ts';
import type { PutVariantCost, VariantCost } from '../ports/shopify-admin.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { IMPORT_LEASE_MS } from './read-import.ts';
import { COSTS_AT_ONCE, checkoutCost, unitCosts } from './write-costs.ts';

/**
 * Fewer points than any shop's bucket gets back before the next turn, so that standings on their way to checkout find
 * some left; and no turn holds up a delivery, or the end of the process, for long.
 */
const CALLS_PER_TURN = 40;
const TURN_MS = 10_000;
/** Goods that are passed over are kept too, so many at once. */
const KEPT_AT_ONCE = 500;

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock'>;
type From = { readonly url: string; readonly holder: string };

/**
 * Writes what the variants of a finished bulk operation cost, a turn of it; what stands there already, or has no cost,
 * is passed over. All of it is kept beside, as told when the operation began. `done` are the lines of the file that are
 * behind us: whoever comes next goes on there. A cost that changed since the file was made stays as it is. Answers how
 * many lines there were; null: another turn is needed.
 */
export function createReadCosts(deps: Deps): (shop: ShopId, item: Import, from: From) => Promise<number | null> {
  return async (shop, item, { url, holder }) => {
    const until = deps.clock.now() + TURN_MS;
    let line = 0;
    let calls = 0;
    let batch: PutVariantCost[] = [];
    let told: VariantCost[] = [];
    const keep = async (): Promise<void> => {
      await deps.stores.costs.put(shop, item.startedAt, unitCosts(told));
      told = [];
    };
    const write = async (): Promise<void> => {
      await keep();
      await deps.admin.putVariantCosts(shop, batch);
      batch = [];
      calls += 1;
      await noteProgress(deps, shop, { ...item, done: line, total: Math.max(item.total ?? 0, line) }, holder);
    };
    for await (const { variantId, written, ...cost } of deps.admin.readBulkCosts(shop, url)) {
      line += 1;
      if (line <= item.done) continue;
      told.push({ variantId, ...cost });
      if (told.length === KEPT_AT_ONCE) await keep();
      const costMinor = checkoutCost(cost);
      if (costMinor === null || String(costMinor) === written?.value) continue;
      batch.push({ variantId, costMinor, over: written });
      if (batch.length < COSTS_AT_ONCE) continue;
      await write();
      if (calls === CALLS_PER_TURN || deps.clock.now() >= until) return null;
    }
    if (batch.length > 0) await write();
    await keep();
    return line;
  };
}

async function noteProgress({ stores, clock }: Deps, shop: ShopId, item: Import, holder: string): Promise<void> {
  const now = clock.now();
  if (!(await stores.imports.lease(shop, item.kind, holder, now, now + IMPORT_LEASE_MS)))
    throw new AppError('import_taken_over', true);
  await stores.imports.put(shop, item);
}
