import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, Instant, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

const TRIES_MAX = 5;

/** A customer of whom nothing is known yet. */
export const blankCustomer = (id: CustomerId, now: Instant): Customer => ({
  id,
  state: 'check',
  shopifyCustomerIds: [],
  foreignId: null,
  firstName: null,
  patronymic: null,
  surname: null,
  email: null,
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: null,
  emailConsent: { state: 'unknown', at: null },
  mergedInto: null,
  createdAt: now,
  shopifyUpdatedAt: null,
  revision: 0,
});

export type EnterShopifyCustomer = (shop: ShopId, id: ShopifyCustomerId) => Promise<Customer>;

/** The customer with that Shopify id as stored (perhaps merged); one nobody knows yet is entered, to be checked. */
export function createEnterShopifyCustomer({
  stores,
  ids,
  clock,
}: Pick<UseCaseDeps, 'stores' | 'ids' | 'clock'>): EnterShopifyCustomer {
  const { customers } = stores;
  return async (shop, shopifyCustomerId) => {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const found = await customers.findByShopifyId(shop, shopifyCustomerId);
      if (found !== null) return found;
      const fresh = { ...blankCustomer(ids.customer(), clock.now()), shopifyCustomerIds: [shopifyCustomerId] };
      if ((await customers.create(shop, fresh)) === 'created') return fresh;
    }
    throw new AppError('customer_contended', true);
  };
}
