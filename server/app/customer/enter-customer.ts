import { ok } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { blankCustomer } from './enter-shopify-customer.ts';
import { readDetails, stateByDetails } from './read-details.ts';

/**
 * Somebody whom staff enter. Nothing tells two people of the same name apart, so the same twice is two customers;
 * their standing is worked out at once, because a program for everyone owes them something from the start.
 */
export function createEnterCustomer(
  deps: Pick<UseCaseDeps, 'stores' | 'clock' | 'ids'> & Pick<UseCases, 'refreshStanding'>,
): UseCases['enterCustomer'] {
  return async (shop, typed) => {
    const read = readDetails(typed);
    if (!read.ok) return read;
    const blank = blankCustomer(deps.ids.customer(), deps.clock.now());
    const customer = { ...blank, ...read.value, state: stateByDetails(read.value) };
    const created = await deps.stores.customers.create(shop, customer);
    if (created === 'taken') throw new AppError('customer_id_taken', true);
    await deps.refreshStanding(shop, customer.id, { kind: 'entered' }, null);
    return ok(customer);
  };
}
