import { ok, refused } from '../../../shared/domain/result.ts';
import { isNobody } from '../standing/read-facts.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import { readDetails, stateByDetails } from './read-details.ts';

/** Staff correct the details of the revision they saw; who was slower hears it and looks again. */
export function createCorrectCustomer({
  stores,
  refreshStanding,
}: Pick<UseCaseDeps, 'stores'> & Pick<UseCases, 'refreshStanding'>): UseCases['correctCustomer'] {
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
    // By e-mail and phone two are known to be one person (rules 2.7): friends and givers are looked at anew.
    const isSame = seen.email === read.value.email && seen.phone === read.value.phone;
    if (!isSame) await refreshStanding(shop, id, { kind: 'referred' }, null);
    return ok({ ...seen, ...read.value, state, revision: revision + 1 });
  };
}
