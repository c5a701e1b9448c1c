import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeCustomer } from './change-customer.ts';

/**
 * Shopify has the customer no longer; ours stays, with card and history (C5). Somebody merged keeps the id: it is how
 * orders that still name it find the way.
 */
export function createRemoveShopifyCustomer({
  stores,
}: Pick<UseCaseDeps, 'stores'>): UseCases['removeShopifyCustomer'] {
  const { customers } = stores;
  return async (shop, shopifyCustomerId) => {
    const { isChanged } = await changeCustomer(
      customers,
      shop,
      () => customers.findByShopifyId(shop, shopifyCustomerId),
      (seen) => {
        if (seen.state === 'merged') return null;
        return { shopifyCustomerIds: seen.shopifyCustomerIds.filter((id) => id !== shopifyCustomerId) };
      },
    );
    return { outcome: isChanged ? 'removed' : 'unchanged' };
  };
}
