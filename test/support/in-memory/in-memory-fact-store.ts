import { type FactStore, NO_FIGURES } from '../../../server/app/ports/fact-store.ts';
import type { CustomerFigures } from '../../../server/app/ports/read-models.ts';
import type { Stores } from '../../../server/app/ports/stores.ts';
import type { Table } from './tables.ts';

type Places = Pick<Stores, 'cards' | 'customers' | 'journal' | 'programs' | 'purchases' | 'shops' | 'standings'>;

/** Asks the other stand-ins one after the other, as the database reaches its places one after the other. */
export function createInMemoryFactStore(places: Places, figures: Table<CustomerFigures>): FactStore {
  return {
    of: async (shop, customerId) => {
      const customer = await places.customers.find(shop, customerId);
      if (customer === null) return null;
      const purchases = await places.purchases.ofCustomer(shop, customerId);
      const cards = await places.cards.ofCustomer(shop, customerId);
      const manual = await places.journal.manualFacts(shop, customerId);
      const versions = await places.programs.allVersions(shop);
      const copy = await places.standings.find(shop, customerId);
      const known = await places.shops.find(shop);
      const terms = known === null ? null : { owedCounts: known.settings.owedCounts, timeZone: known.timeZone };
      const put = figures.get(shop, customerId) ?? NO_FIGURES;
      return { customer, purchases, cards, manual, versions, copy, figures: put, terms };
    },
  };
}
