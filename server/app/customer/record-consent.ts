import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeCustomer } from './change-customer.ts';
import { followMerges } from './follow-merges.ts';
import { isSameConsent, newerConsent } from './newer-consent.ts';

/** What somebody agreed to, or no longer does; the later word counts, in whatever order the two arrive. */
export function createRecordConsent({ stores }: Pick<UseCaseDeps, 'stores'>): UseCases['recordConsent'] {
  const { customers } = stores;
  return async (shop, shopifyCustomerId, consent) => {
    const { customer, isChanged } = await changeCustomer(
      customers,
      shop,
      async () => followMerges(customers, shop, await customers.findByShopifyId(shop, shopifyCustomerId)),
      (seen) => {
        const emailConsent = newerConsent(seen.emailConsent, consent);
        return isNobody(seen) || isSameConsent(emailConsent, seen.emailConsent) ? null : { emailConsent };
      },
    );
    if (customer === null) return { outcome: 'unknown_customer' };
    return { outcome: isChanged ? 'recorded' : 'unchanged' };
  };
}
