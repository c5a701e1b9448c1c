import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Holds } from '../../../shared/domain/program/scope.ts';
import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { checkoutScope } from '../../../shared/domain/standing/checkout-scope.ts';
import { AppError } from '../ports/app-error.ts';
import type { Import } from '../ports/import-store.ts';
import type { PutVariantCost, ReadVariantCost, VariantCost } from '../ports/shopify-admin.ts';
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

/** How many lines there were; or another turn is needed; or the programs are about other goods than `item` tells. */
type Outcome = number | 'turn_over' | 'behind';

/**
 * What is to stand there from now on; null: what does already. Goods without a known cost that come into scope lose
 * their mark by a cost of nothing, which makes no floor: a value is only ever written over the one that was read, and
 * Shopify takes none away on that condition.
 */
function toWrite({ written, ...told }: ReadVariantCost, holds: Holds): number | null {
  const costMinor = checkoutCost(told, holds);
  if (costMinor === null) return written?.value === String(NEVER_DISCOUNTED) ? 0 : null;
  return String(costMinor) === written?.value ? null : costMinor;
}

/**
 * Writes what the variants of a finished bulk operation cost, a turn of it; what stands there already, or has no cost,
 * is passed over. All of it is kept beside, as told when the operation began. `done` are the lines of the file that are
 * behind us: whoever comes next goes on there. A cost that changed since the file was made stays as it is.
 */
export function createReadCosts(deps: Deps): (shop: ShopId, item: Import, from: From) => Promise<Outcome> {
  const { stores, clock } = deps;
  const scopeNow = async (shop: ShopId) => checkoutScope(await stores.programs.allVersions(shop), clock.now());
  return async (shop, item, { url, holder }) => {
    const { holds, text } = await scopeNow(shop);
    if (text !== (item.scope ?? '')) return 'behind';
    const until = clock.now() + TURN_MS;
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
    for await (const one of deps.admin.readBulkCosts(shop, url)) {
      line += 1;
      if (line <= item.done) continue;
      const { written, ...cost } = one;
      told.push(cost);
      if (told.length === KEPT_AT_ONCE) await keep();
      const costMinor = toWrite(one, holds);
      if (costMinor === null) continue;
      batch.push({ variantId: cost.variantId, costMinor, over: written });
      if (batch.length < COSTS_AT_ONCE) continue;
      await write();
      if (calls === CALLS_PER_TURN || clock.now() >= until) return 'turn_over';
    }
    if (batch.length > 0) await write();
    await keep();
    return (await scopeNow(shop)).text === text ? line : 'behind';
  };
}

async function noteProgress({ stores, clock }: Deps, shop: ShopId, item: Import, holder: string): Promise<void> {
  const now = clock.now();
  if (!(await stores.imports.lease(shop, item.kind, holder, now, now + IMPORT_LEASE_MS)))
    throw new AppError('import_taken_over', true);
  await stores.imports.put(shop, item);
}
