import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/**
 * The merchant has thrown us out: the tokens are worth nothing any more, the discount has gone with the app, everything
 * else waits for a return or for Shopify's request to erase it. News of a departure before the last arrival is old.
 */
export function createUninstall({
  stores,
  clock,
  log,
}: Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>): UseCases['uninstall'] {
  const { shops, sessions } = stores;
  return async (shop, happenedAt = null) => {
    const known = await shops.find(shop);
    if (known === null) return { outcome: 'unchanged' };
    if (known.state === 'installed' && happenedAt !== null && happenedAt < known.installedAt)
      return { outcome: 'unchanged' };
    await sessions.remove(shop);
    if (known.state === 'uninstalled') return { outcome: 'unchanged' };
    await shops.change(shop, { state: 'uninstalled', uninstalledAt: clock.now(), discountNodeId: null });
    log.info('shop.uninstalled', { shop });
    return { outcome: 'uninstalled' };
  };
}
