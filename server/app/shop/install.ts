import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Shop } from '../ports/shop-store.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { laterIfShopifyFails } from './later-if-shopify-fails.ts';
import { newShop } from './new-shop.ts';
import type { PrepareCheckout } from './prepare-checkout.ts';
import type { StartFirstImport } from './start-first-import.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'chance' | 'log'>;

/**
 * Takes a shop in: currency and time zone from Shopify, without which nothing can be counted, then discount, rules and
 * import, which may fail and are made good by `refreshShop`. A shop that comes back finds everything as it left it.
 * Every step may be cut and the whole repeated.
 */
export function createInstall(
  deps: Deps,
  prepareCheckout: PrepareCheckout,
  startFirstImport: StartFirstImport,
): UseCases['install'] {
  return async (shop, scopes) => {
    const before = await deps.stores.shops.find(shop);
    const outcome = before === null ? await enter(deps, shop, scopes) : await takeBack(deps, before, scopes);
    await laterIfShopifyFails(deps.log, shop, () => prepareCheckout(shop));
    await laterIfShopifyFails(deps.log, shop, () => startFirstImport(shop));
    if (outcome !== 'already') deps.log.info(`shop.${outcome}`, { shop });
    return { outcome };
  };
}

type Outcome = 'installed' | 'reinstalled' | 'already';

async function enter(
  { stores, admin, clock, chance }: Deps,
  shop: ShopId,
  scopes: readonly string[],
): Promise<Outcome> {
  const details = await admin.shopDetails(shop);
  // Somebody may have been faster while Shopify answered. A second one that slips through here writes its own prefix
  // and key over the first one's, which nobody has used yet, and `prepareCheckout` reads again after it wrote.
  const faster = await stores.shops.find(shop);
  if (faster !== null) return 'already';
  const saved = await stores.shops.save(newShop(shop, details, scopes, clock.now(), chance));
  return saved === 'created' ? 'installed' : 'already';
}

async function takeBack({ stores, clock, log, admin }: Deps, known: Shop, scopes: readonly string[]): Promise<Outcome> {
  if (known.state === 'installed') {
    await stores.shops.change(known.id, { scopes });
    return 'already';
  }
  await laterIfShopifyFails(log, known.id, async () => {
    await stores.shops.change(known.id, await admin.shopDetails(known.id));
  });
  const back = { state: 'installed', installedAt: clock.now(), uninstalledAt: null, scopes } as const;
  await stores.codes.startAnew(known.id, clock.now());
  await stores.shops.change(known.id, back);
  return 'reinstalled';
}
