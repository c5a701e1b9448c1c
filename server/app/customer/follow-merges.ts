import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { CustomerStore } from '../ports/customer-store.ts';

/** A chain of merges this long is no chain but a circle. */
const HOPS_MAX = 100;

/** Whoever somebody became: merged customers point on. Null where the trail ends at nobody the shop knows. */
export async function followMerges(
  customers: Pick<CustomerStore, 'find'>,
  shop: ShopId,
  from: Customer | null,
): Promise<Customer | null> {
  let at = from;
  for (let hops = 0; at?.mergedInto != null && at.state === 'merged'; hops += 1) {
    if (hops === HOPS_MAX) throw new AppError('merged_in_a_circle', false);
    at = await customers.find(shop, at.mergedInto);
  }
  return at;
}

/** The customer of an id, whoever it became. */
export const findCustomer = async (
  customers: Pick<CustomerStore, 'find'>,
  shop: ShopId,
  id: CustomerId,
): Promise<Customer | null> => followMerges(customers, shop, await customers.find(shop, id));
