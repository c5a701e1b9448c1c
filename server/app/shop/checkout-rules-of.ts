import type { CheckoutRules } from '../../../shared/domain/entitlement/entitlement.ts';
import type { Shop } from '../ports/shop-store.ts';

/** What checkout must know of the shop. */
export function checkoutRulesOf({ id, currency, settings, entitlementKeys }: Shop): CheckoutRules {
  const { marginBp, floorOn, discountMessage } = settings;
  return { shop: id, currency, marginBp, floorOn, keys: entitlementKeys, message: discountMessage };
}
