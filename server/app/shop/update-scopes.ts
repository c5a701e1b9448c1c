import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** What the merchant allows us now. */
export function createUpdateScopes({ stores }: Pick<UseCaseDeps, 'stores'>): UseCases['updateScopes'] {
  return async (shop, scopes) => {
    await stores.shops.change(shop, { scopes });
  };
}
