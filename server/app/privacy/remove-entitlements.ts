import type { ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

/** What Shopify takes in one call. */
const AT_ONCE_MAX = 25;

/**
 * Takes what we wrote away from customers of Shopify's. Where Shopify does not let us any more (uninstalled, customer
 * gone), there is nothing left for us to take; when it only fails, the whole is tried again.
 */
export async function removeEntitlements(
  { stores, admin, log }: Pick<UseCaseDeps, 'stores' | 'admin' | 'log'>,
  shop: ShopId,
  ids: readonly ShopifyCustomerId[],
): Promise<void> {
  const known = await stores.shops.find(shop);
  if (known?.state !== 'installed') return;
  for (let at = 0; at < ids.length; at += AT_ONCE_MAX) {
    const items = ids.slice(at, at + AT_ONCE_MAX).map((customer) => ({ customer, value: null }));
    try {
      await admin.putEntitlements(shop, items);
    } catch (error) {
      if (!(error instanceof AppError) || error.retryable) throw error;
      log.warn('entitlement.not_removed', { shop, count: items.length, code: error.code });
    }
  }
}
