import { AppError } from '../ports/app-error.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { ShopDetails } from '../ports/shopify-admin.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { PrepareCheckout } from './prepare-checkout.ts';
import type { StartFirstImport } from './start-first-import.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'log'> & Pick<UseCases, 'uninstall'>;

/**
 * What the shop is called and where its day ends; then whatever an installation left for later. Shopify saying that we
 * are not installed makes good an `app/uninstalled` that got lost; every other failure is thrown.
 */
export function createRefreshShop(
  deps: Deps,
  prepareCheckout: PrepareCheckout,
  startFirstImport: StartFirstImport,
): UseCases['refreshShop'] {
  return async (shop) => {
    const known = await deps.stores.shops.find(shop);
    if (known === null || known.state !== 'installed') return;
    try {
      await takeOver(deps, known, await deps.admin.shopDetails(shop));
      await prepareCheckout(shop);
      await startFirstImport(shop);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'shop_uninstalled')) throw error;
      await deps.uninstall(shop, null);
    }
  };
}

async function takeOver({ stores, log }: Deps, known: Shop, details: ShopDetails): Promise<void> {
  const { name, currency, timeZone, pricesIncludeTax } = details;
  // Amounts that were counted in another currency say something else now, and nobody but the merchant knows what.
  if (currency !== known.currency) log.error('shop.currency_changed', { shop: known.id });
  const isNew =
    name !== known.name ||
    currency !== known.currency ||
    timeZone !== known.timeZone ||
    pricesIncludeTax !== known.pricesIncludeTax;
  if (isNew) await stores.shops.change(known.id, { name, currency, timeZone, pricesIncludeTax });
}
