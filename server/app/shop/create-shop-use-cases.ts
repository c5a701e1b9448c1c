import type { StartImports } from '../purchase/start-import.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { createChangeSettings } from './change-settings.ts';
import { createInstall } from './install.ts';
import { createPrepareCheckout } from './prepare-checkout.ts';
import { createRefreshShop } from './refresh-shop.ts';
import { createRotateEntitlementKey } from './rotate-entitlement-key.ts';
import { createStartFirstImport } from './start-first-import.ts';
import { hasCaps } from './tell-rules.ts';
import { createUninstall } from './uninstall.ts';
import { createUpdateScopes } from './update-scopes.ts';

type Deps = UseCaseDeps & { readonly startImports: StartImports; readonly tellScope: UseCases['tellScope'] };

type ShopUseCases = Pick<
  UseCases,
  'install' | 'tellCaps' | 'uninstall' | 'updateScopes' | 'changeSettings' | 'refreshShop' | 'rotateEntitlementKey'
>;

/** What the app can do with a shop as a whole. */
export function createShopUseCases(deps: Deps): ShopUseCases {
  const prepareCheckout = createPrepareCheckout(deps);
  const startFirstImport = createStartFirstImport(deps);
  const uninstall = createUninstall(deps);
  return {
    install: createInstall(deps, prepareCheckout, startFirstImport),
    tellCaps: async (shop) => {
      if (await hasCaps(deps, shop)) await prepareCheckout(shop);
    },
    uninstall,
    updateScopes: createUpdateScopes(deps),
    changeSettings: createChangeSettings(deps, prepareCheckout),
    refreshShop: createRefreshShop({ ...deps, uninstall }, prepareCheckout, startFirstImport),
    rotateEntitlementKey: createRotateEntitlementKey(deps, prepareCheckout),
  };
}
