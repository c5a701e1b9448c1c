import type { ShopId } from '../../../shared/domain/ids.ts';
import { IMPORT_KINDS } from '../purchase/import-kinds.ts';
import type { StartImports } from '../purchase/start-import.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

export type StartFirstImport = (shop: ShopId) => Promise<void>;

/** Begins each import of what the shop has that was never begun; those of an older version of the app stay. */
export function createStartFirstImport({
  stores,
  startImports,
}: Pick<UseCaseDeps, 'stores'> & { readonly startImports: StartImports }): StartFirstImport {
  return async (shop) => {
    const known = (await stores.imports.all(shop)).map(({ kind }) => kind);
    const missing = IMPORT_KINDS.filter((kind) => !known.includes(kind));
    if (missing.length > 0) await startImports(shop, missing);
  };
}
