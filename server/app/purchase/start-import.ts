import type { ShopId } from '../../../shared/domain/ids.ts';
import { checkoutScope } from '../../../shared/domain/standing/checkout-scope.ts';
import type { Import, ImportKind } from '../ports/import-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

export type StartImports = (shop: ShopId, kinds: readonly ImportKind[]) => Promise<readonly Import[]>;

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'>;

/**
 * Begins imports of what the shop has, all kinds side by side: facts converge, so none waits for the other. One that is
 * under way stays; one that failed or is done begins anew.
 */
export function createStartImports(deps: Deps, askForImports: UseCases['continueImport']): StartImports {
  const { imports } = deps.stores;
  return async (shop, kinds) => {
    const known = await imports.all(shop);
    for (const kind of kinds) {
      const before = known.find((one) => one.kind === kind);
      if (before?.state === 'running' || before?.state === 'reading') continue;
      const fresh = kind === 'costs' ? await freshCosts(deps, shop) : freshImport(kind, deps.clock.now());
      await imports.put(shop, fresh);
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

/** The import of costs, which also tells checkout of which goods the programs of this moment are (decision 0055). */
export async function freshCosts({ stores, clock }: Deps, shop: ShopId): Promise<Import> {
  const { text } = checkoutScope(await stores.programs.allVersions(shop), clock.now());
  return { ...freshImport('costs', clock.now()), scope: text };
}
