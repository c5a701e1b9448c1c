import { ok, refused } from '../../../shared/domain/result.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { changeCustomer } from './change-customer.ts';
import { stateByDetails } from './read-details.ts';

/** Ends the contact or takes it up again (C3). History, cards and discount stay as they are. */
export function createArchiveCustomer({ stores }: Pick<UseCaseDeps, 'stores'>): UseCases['archiveCustomer'] {
  const { customers } = stores;
  return async (shop, id, archived) => {
    const { customer } = await changeCustomer(
      customers,
      shop,
      () => customers.find(shop, id),
      (seen) => {
        if (isNobody(seen) || (seen.state === 'archived') === archived) return null;
        return { state: archived ? 'archived' : stateByDetails(seen) };
      },
    );
    return customer === null || isNobody(customer) ? refused({ code: 'unknown_customer' }) : ok(customer);
  };
}
