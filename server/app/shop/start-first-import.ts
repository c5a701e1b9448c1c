import type { ShopId } from '../../../shared/domain/ids.ts';
import { IMPORT_KINDS } from '../purchase/import-kinds.ts';
import type { StartImports } from '../purchase/start-import.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

type Deps = { readonly startImports: StartImports; readonly tellScope: UseCases['tellScope'] };

export type StartFirstImport = (shop: ShopId) => Promise<void>;

/**
 * Begins each import of what the shop has that was never begun; costs also after the shop was away, since nobody told
 * us what changed meanwhile, and no reconciliation finds it. Costs also where they tell checkout of other goods than
 * they should (decision 0055).
 */
export function createStartFirstImport({
  stores,
  startImports,
  tellScope,
}: Pick<UseCaseDeps, 'stores'> & Deps): StartFirstImport {
  return async (shop) => {
    const [known, here] = await Promise.all([stores.imports.all(shop), stores.shops.find(shop)]);
    const arrivedAt = here?.installedAt ?? 0;
    const isFresh = new Set(
      known.filter(({ kind, startedAt }) => kind !== 'costs' || startedAt >= arrivedAt).map(({ kind }) => kind),
    );
    const wanted = IMPORT_KINDS.filter((kind) => !isFresh.has(kind));
    if (wanted.length > 0) await startImports(shop, wanted);
    await tellScope(shop);
  };
}
