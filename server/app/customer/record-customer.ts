import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { EnsureStanding } from '../standing/ensure-standing.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { ShopifyCustomerSnapshot, UseCases } from '../use-cases.ts';
import { type CustomerFields, changeCustomer } from './change-customer.ts';
import type { EnterShopifyCustomer } from './enter-shopify-customer.ts';
import { followMerges } from './follow-merges.ts';
import { newerConsent } from './newer-consent.ts';
import { stateByDetails } from './read-details.ts';

/**
 * A customer as Shopify has it at one `updatedAt`; the newest wins. What Shopify does not know stays as staff typed it.
 * Of somebody merged away or erased nothing is taken over.
 */
export function createRecordCustomer(
  { stores }: Pick<UseCaseDeps, 'stores'>,
  enterShopifyCustomer: EnterShopifyCustomer,
  ensureStanding: EnsureStanding,
  refreshStanding: UseCases['refreshStanding'],
): UseCases['recordCustomer'] {
  const { customers } = stores;
  return async (shop, snapshot) => {
    const stored = await enterShopifyCustomer(shop, snapshot.shopifyCustomerId);
    const { isChanged } = await changeCustomer(
      customers,
      shop,
      () => customers.find(shop, stored.id),
      (seen) => (isNobody(seen) ? null : newerFields(seen, snapshot)),
    );
    const customer = (await followMerges(customers, shop, stored)) ?? stored;
    await ensureStanding(shop, customer.id);
    // By e-mail and phone two are known to be one person (rules 2.7): friends and givers are looked at anew, also when
    // an earlier try was cut short.
    const isRepeat = stored.shopifyUpdatedAt === snapshot.updatedAt;
    if (isRepeat || (isChanged && tellsNewTraces(stored, snapshot)))
      await refreshStanding(shop, customer.id, { kind: 'referred' }, null);
    return { outcome: isChanged ? 'recorded' : 'unchanged', customerId: customer.id };
  };
}

const tellsNewTraces = (seen: Customer, { email, phone }: ShopifyCustomerSnapshot): boolean =>
  (email ?? seen.email) !== seen.email || (phone ?? seen.phone) !== seen.phone;

function newerFields(seen: Customer, snapshot: ShopifyCustomerSnapshot): CustomerFields | null {
  if (seen.shopifyUpdatedAt !== null && seen.shopifyUpdatedAt >= snapshot.updatedAt) return null;
  const details = {
    firstName: snapshot.firstName ?? seen.firstName,
    surname: snapshot.surname ?? seen.surname,
    email: snapshot.email ?? seen.email,
    phone: snapshot.phone ?? seen.phone,
    address: snapshot.address ?? seen.address,
    language: snapshot.language ?? seen.language,
  };
  return {
    ...details,
    state: seen.state === 'archived' ? seen.state : stateByDetails(details),
    emailConsent: newerConsent(seen.emailConsent, snapshot.emailConsent),
    shopifyUpdatedAt: snapshot.updatedAt,
  };
}
