import {
  type FactStore,
  type Named,
  NO_FIGURES,
  type Person,
  type ReferredOrder,
} from '../../../server/app/ports/fact-store.ts';
import type { CustomerFigures } from '../../../server/app/ports/read-models.ts';
import type { Stores } from '../../../server/app/ports/stores.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { createInMemoryPurchaseStore } from './in-memory-purchase-store.ts';
import { purchaseOf } from './in-memory-purchase-store.ts';
import { inRange, type Table } from './tables.ts';

type Places = Pick<Stores, 'cards' | 'codes' | 'customers' | 'journal' | 'programs' | 'shops' | 'standings'> & {
  readonly purchases: ReturnType<typeof createInMemoryPurchaseStore>;
};

const personOf = ({ id, email, phone, shopifyCustomerIds }: Customer): Person => ({
  id,
  email,
  phone,
  shopifyCustomerIds,
});

const named = ({ id, firstName, patronymic, surname, email, phone }: Customer): Named => {
  return { id, firstName, patronymic, surname, email, phone };
};

/** Asks the other stand-ins one after the other, as the database reaches its places one after the other. */
export function createInMemoryFactStore(places: Places, figures: Table<CustomerFigures>): FactStore {
  const referred: FactStore['referred'] = async (shop, range) => {
    const found: ReferredOrder[] = [];
    for (const row of places.purchases.table.all(shop)) {
      const { giverId = null, snapshot } = row;
      if (giverId === null || !inRange(giverId, range) || snapshot?.referredBy === undefined) continue;
      const giver = await places.customers.find(shop, giverId);
      if (giver === null) continue;
      const friend = row.customerId === null ? null : await places.customers.find(shop, row.customerId);
      const all = friend === null ? [] : await places.purchases.ofCustomer(shop, friend.id);
      const others = all.filter(({ orderId }) => orderId !== row.orderId);
      const who = friend === null ? null : { ...personOf(friend), others };
      found.push({ giver: personOf(giver), cardNumber: snapshot.referredBy, purchase: purchaseOf(row), friend: who });
    }
    return found;
  };
  return {
    referred,
    of: async (shop, customerId) => {
      const last = await places.journal.last(shop, customerId);
      const customer = await places.customers.find(shop, customerId);
      if (customer === null) return null;
      const purchases = await places.purchases.ofCustomer(shop, customerId);
      const friends = await referred(shop, { from: customerId, to: customerId });
      const own = places.purchases.table.all(shop).filter((row) => row.customerId === customerId);
      const givers = own.flatMap(({ orderId, giverId }) => (giverId ? [{ orderId, giverId }] : []));
      const cards = await places.cards.ofCustomer(shop, customerId);
      const manual = await places.journal.manualFacts(shop, customerId);
      const uses = (await places.codes.usesOf(shop, { from: customerId, to: customerId })).get(customerId) ?? [];
      const versions = await places.programs.allVersions(shop);
      const copy = await places.standings.find(shop, customerId);
      const known = await places.shops.find(shop);
      const terms = known === null ? null : { owedCounts: known.settings.owedCounts, timeZone: known.timeZone };
      const put = figures.get(shop, customerId) ?? NO_FIGURES;
      const friendly = { referred: friends, givers };
      return { last, customer, purchases, ...friendly, cards, manual, uses, versions, copy, figures: put, terms };
    },
    ofCard: async (shop, number) => {
      const found = await places.cards.find(shop, number);
      if (found === null) return null;
      const { state, customerId, expiresAt } = found;
      const copy = customerId === null ? null : await places.standings.find(shop, customerId);
      const customer = customerId === null ? null : await places.customers.find(shop, customerId);
      return { card: { state, customerId, expiresAt }, holder: customer === null ? null : named(customer), copy };
    },
  };
}
