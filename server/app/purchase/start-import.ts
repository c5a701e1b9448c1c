import type { Import } from '../ports/import-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

const KINDS = ['customers', 'orders'] as const;

/**
 * Begins the import of the shop's past, both kinds side by side: facts converge, so none waits for the other. One that
 * is under way stays; one that failed or is done begins anew.
 */
export function createStartImport(
  { stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>,
  continueImport: UseCases['continueImport'],
): UseCases['startImport'] {
  const { imports } = stores;
  return async (shop) => {
    const known = await imports.all(shop);
    for (const kind of KINDS) {
      const before = known.find((one) => one.kind === kind);
      if (before?.state === 'running' || before?.state === 'reading') continue;
      await imports.put(shop, freshImport(kind, clock.now()));
    }
    return continueImport(shop);
  };
}

/** Without a bulk operation yet: whoever continues the import asks for it, so that a crash here loses nothing. */
const freshImport = (kind: Import['kind'], startedAt: number): Import => ({
  kind,
  state: 'running',
  bulkOperationId: null,
  done: 0,
  total: null,
  startedAt,
  endedAt: null,
  why: null,
});
