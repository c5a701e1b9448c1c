import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { freshCosts } from './start-import.ts';

/**
 * The programs of a shop may be about other goods from now on: then what its variants tell checkout is written anew, by
 * the import of costs (decision 0055). One that is under way looks for itself, and begins anew where it is behind.
 */
export function createTellScope(deps: Pick<UseCaseDeps, 'stores' | 'clock'>): UseCases['tellScope'] {
  const { imports, shops } = deps.stores;
  return async (shop) => {
    const [known, here] = await Promise.all([imports.all(shop), shops.find(shop)]);
    if (here?.state !== 'installed') return;
    const costs = known.find(({ kind }) => kind === 'costs');
    const fresh = await freshCosts(deps, shop);
    const isUnderWay = costs?.state === 'running' || costs?.state === 'reading';
    if (isUnderWay || (costs?.scope ?? '') === fresh.scope) return;
    await imports.put(shop, fresh);
  };
}
