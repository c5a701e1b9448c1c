import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ForeignCustomerId, ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { blankCustomer } from './enter-shopify-customer.ts';

const TRIES_MAX = 5;
const DIGITS = 32;

export type EnterForeignCustomer = (shop: ShopId, id: ForeignCustomerId) => Promise<Customer>;

/**
 * The customer that another system calls so; one nobody knows yet is entered, to be checked, without a Shopify
 * customer. Our own id is made of theirs, so two orders told at once, or told again years later, mean the same person,
 * and somebody who was erased stays erased.
 */
export function createEnterForeignCustomer({
  stores,
  hashing,
  clock,
}: Pick<UseCaseDeps, 'stores' | 'hashing' | 'clock'>): EnterForeignCustomer {
  const { customers } = stores;
  return async (shop, foreignId) => {
    const id = `cus_${hashing.sha256(`${shop}\n${foreignId}`).slice(0, DIGITS)}` as CustomerId;
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const found = await customers.find(shop, id);
      if (found !== null) return found;
      const fresh = { ...blankCustomer(id, clock.now()), foreignId };
      if ((await customers.create(shop, fresh)) === 'created') return fresh;
    }
    throw new AppError('customer_contended', true);
  };
}
