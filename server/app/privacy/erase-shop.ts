import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'log'>;

/**
 * Everything of a shop, in every collection. Shopify asks for it two days after it told us to go; a merchant who came
 * back meanwhile would lose a living shop, so where ours is installed Shopify is asked whether that is true.
 */
export function createEraseShop(deps: Deps): UseCases['eraseShop'] {
  return async (shop) => {
    const known = await deps.stores.shops.find(shop);
    if (known?.state === 'installed' && (await letsUsIn(deps, shop))) {
      deps.log.warn('shop.erasure_refused', { shop, why: 'installed_again' });
      return { outcome: 'installed_again' };
    }
    await deps.stores.shops.eraseShop(shop);
    deps.log.info('shop.erased', { shop });
    return { outcome: 'erased' };
  };
}

async function letsUsIn({ admin }: Deps, shop: ShopId): Promise<boolean> {
  try {
    await admin.shopDetails(shop);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'shop_uninstalled') return false;
    throw error;
  }
}
