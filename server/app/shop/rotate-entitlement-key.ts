import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { checkoutRulesOf } from './checkout-rules-of.ts';
import { nextEntitlementKey } from './next-entitlement-key.ts';
import type { PrepareCheckout } from './prepare-checkout.ts';
import { tellRules } from './tell-rules.ts';

/** The one that signs, and the one before it, so that carts already open keep their discount. */
const KEPT_MAX = 2;

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'chance' | 'log'>;

/**
 * Checkout learns the new key first, then it is stored, which is the moment we sign with it: at no instant is there a
 * statement that checkout does not know (decision 0016). Cut in between, the new key is one that nobody has used.
 */
export function createRotateEntitlementKey(
  deps: Deps,
  prepareCheckout: PrepareCheckout,
): UseCases['rotateEntitlementKey'] {
  const { stores, admin, chance, log } = deps;
  return async (shop) => {
    const known = await stores.shops.find(shop);
    if (known === null || known.state !== 'installed') throw new AppError('unknown_shop', false);
    const { entitlementKeys: kept } = known;
    const entitlementKeys = [nextEntitlementKey(kept, chance), ...kept].slice(0, KEPT_MAX);
    await tellRules({ stores, admin }, shop, checkoutRulesOf({ ...known, entitlementKeys }));
    await stores.shops.change(shop, { entitlementKeys });
    log.info('shop.key_rotated', { shop });
    // Somebody may have changed a setting or rotated too while Shopify answered.
    await prepareCheckout(shop);
  };
}
