import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { Log } from '../ports/log.ts';

/** Whether it was Shopify that failed, and not our own database or ourselves. */
export const isShopifysFailure = (error: unknown): error is AppError =>
  error instanceof AppError && (error.code.startsWith('shopify_') || error.code === 'shop_uninstalled');

/** Does what can be made good later: when Shopify fails it is logged, and `refreshShop` comes back to it. */
export async function laterIfShopifyFails(log: Log, shop: ShopId, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isShopifysFailure(error)) throw error;
    log.warn('shop.preparation_postponed', { shop, code: error.code });
  }
}
