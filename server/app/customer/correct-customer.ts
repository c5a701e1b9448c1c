import { ok, refused } from '../../../shared/domain/result.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { readDetails, stateByDetails } from './read-details.ts';

/** Staff correct the details of the revision they saw; who was slower hears it and looks again. */
export function createCorrectCustomer({ stores }: Pick<UseCaseDeps, 'stores'>): UseCases['correctCustomer'] {
  const { customers } = stores;
  return async (shop, id, revision, typed) => {
    const seen = await customers.find(shop, id);
    if (seen === null || isNobody(seen)) return refused({ code: 'unknown_customer' });
    if (seen.revision !== revision) return refused({ code: 'changed_meanwhile' });
    const read = readDetails(typed);
    if (!read.ok) return read;
    const state = seen.state === 'archived' ? seen.state : stateByDetails(read.value);
    const changed = await customers.change(shop, seen, { ...read.value, state });
    if (changed !== 'changed') return refused({ code: 'changed_meanwhile' });
    return ok({ ...seen, ...read.value, state, revision: revision + 1 });
  };
}
