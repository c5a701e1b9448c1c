import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Import, ImportKind } from '../ports/import-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

export type StartImports = (shop: ShopId, kinds: readonly ImportKind[]) => Promise<readonly Import[]>;

/**
 * Begins imports of what the shop has, all kinds side by side: facts converge, so none waits for the other. One that is
 * under way stays; one that failed or is done begins anew.
 */
export function createStartImports(
  { stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>,
  askForImports: UseCases['continueImport'],
): StartImports {
  const { imports } = stores;
  return async (shop, kinds) => {
    const known = await imports.all(shop);
    for (const kind of kinds) {
      const before = known.find((one) => one.kind === kind);
      if (before?.state === 'running' || before?.state === 'reading') continue;
      await imports.put(shop, freshImport(kind, clock.now()));
    }
    return askForImports(shop);
  };
}

/** Without a bulk operation yet: whoever continues the import asks for it, so that a crash here loses nothing. */
const freshImport = (kind: ImportKind, startedAt: number): Import => ({
  kind,
  state: 'running',
  bulkOperationId: null,
  done: 0,
  total: null,
  startedAt,
  endedAt: null,
  why: null,
});
