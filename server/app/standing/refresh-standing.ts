import type { UseCases } from '../use-cases.ts';
import type { Advance } from './advance-standing.ts';

/** Brings one customer's standing up to what the facts say now. The same again changes nothing. */
export function createRefreshStanding(advance: Advance): UseCases['refreshStanding'] {
  return async (shop, customerId, cause, by) => {
    const advanced = await advance(shop, customerId, by, () => ({ cause, decides: false }));
    return advanced?.outcome ?? 'unchanged';
  };
}
