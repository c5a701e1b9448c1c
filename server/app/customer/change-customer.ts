import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { CustomerStore } from '../ports/customer-store.ts';

const TRIES_MAX = 5;

export type CustomerFields = Partial<Omit<Customer, 'id' | 'revision'>>;

/**
 * Changes what is stored at the moment of changing, not what somebody saw before: reads again when another was faster.
 * `fields` null: nothing to change. Answers the customer as it is afterwards; null when there is none.
 */
export async function changeCustomer(
  customers: Pick<CustomerStore, 'change'>,
  shop: ShopId,
  read: () => Promise<Customer | null>,
  fieldsOf: (seen: Customer) => CustomerFields | null,
): Promise<{ readonly customer: Customer | null; readonly isChanged: boolean }> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const seen = await read();
    const fields = seen === null ? null : fieldsOf(seen);
    if (seen === null || fields === null) return { customer: seen, isChanged: false };
    if ((await customers.change(shop, seen, fields)) === 'changed') {
      return { customer: { ...seen, ...fields, revision: seen.revision + 1 }, isChanged: true };
    }
  }
  throw new AppError('customer_contended', true);
}
