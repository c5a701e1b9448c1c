import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';
import type { ReadTerms } from './read-terms.ts';
import { createWalkLots } from './walk-lots.ts';

/** So many customers are looked at while somebody fills in a form; beyond that the count is an estimate. */
const LOOK_MAX = 5000;

/** What is wrong with a draft of a draw, and how many it would be among if it closed now. */
export function createCheckDraw(
  { stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>,
  readTerms: ReadTerms,
): UseCases['checkDraw'] {
  const walkLots = createWalkLots(stores);
  return async (shop, draft) => {
    const read = await readTerms(shop, draft);
    if (!read.ok) return { faults: read.error.faults, eligible: null };
    const customers = await stores.customers.count(shop, ['entered', 'check', 'archived']);
    const count = { holders: 0, lots: 0, looked: 0 };
    for await (const { looked, holders } of walkLots(shop, read.value, clock.now())) {
      count.looked += looked;
      count.holders += holders.length;
      count.lots += holders.reduce((sum, { lots }) => sum + lots, 0);
      if (count.looked >= LOOK_MAX) break;
    }
    return { faults: [], eligible: { ...count, customers: Math.max(customers, count.looked) } };
  };
}
