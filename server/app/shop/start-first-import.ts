import type { ShopId } from '../../../shared/domain/ids.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Customers and orders. */
const KINDS = 2;

export type StartFirstImport = (shop: ShopId) => Promise<void>;

/** Begins the import of the shop's past unless one was ever begun; half begun counts as not begun. */
export function createStartFirstImport({
  stores,
  startImport,
}: Pick<UseCaseDeps, 'stores'> & Pick<UseCases, 'startImport'>): StartFirstImport {
  return async (shop) => {
    if ((await stores.imports.all(shop)).length < KINDS) await startImport(shop);
  };
}
