import type { CustomerId } from '../ids.ts';

/**
 * Whose purchase it is (rules 1, Who): a card decides over the Shopify customer; `contested` when both are known and
 * differ, which the customer page shows.
 */
export function whoBought(
  holder: CustomerId | null,
  shopifyCustomer: CustomerId | null,
): { readonly customerId: CustomerId | null; readonly contested: boolean } {
  const contested = holder !== null && shopifyCustomer !== null && holder !== shopifyCustomer;
  return { customerId: holder ?? shopifyCustomer, contested };
}
