import type { CustomerStore } from '../../../server/app/ports/customer-store.ts';
import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { CustomerId, ShopId, ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { by, type Table, type Tables, update } from './tables.ts';

export function createInMemoryCustomerStore({ make }: Tables): CustomerStore & { readonly table: Table<Customer> } {
  const table = make<Customer>();
  const isTaken = (shop: ShopId, ids: readonly ShopifyCustomerId[], by: CustomerId) =>
    table.all(shop).some((other) => other.id !== by && other.shopifyCustomerIds.some((id) => ids.includes(id)));
  return {
    table,
    create: async (shop, customer) => {
      if (table.get(shop, customer.id) || isTaken(shop, customer.shopifyCustomerIds, customer.id)) return 'taken';
      table.set(shop, customer.id, customer);
      return 'created';
    },
    find: async (shop, id) => table.get(shop, id) ?? null,
    findByShopifyId: async (shop, id) => table.all(shop).find((one) => one.shopifyCustomerIds.includes(id)) ?? null,
    findMany: async (shop, ids) => ids.flatMap((id) => table.get(shop, id) ?? []),
    ids: async (shop, after, max) =>
      [...table.all(shop)]
        .sort(by((one) => one.id))
        .filter(({ id }) => after === null || id > after)
        .slice(0, max)
        .map(({ id, state }) => ({ id, state })),
    change: async (shop, seen, fields) => {
      if (table.get(shop, seen.id)?.revision !== seen.revision) return 'stale';
      if (isTaken(shop, fields.shopifyCustomerIds ?? [], seen.id)) return 'taken';
      update(table, shop, seen.id, (known) => ({ ...known, ...fields, id: seen.id, revision: known.revision + 1 }));
      return 'changed';
    },
    count: async (shop, states) => table.all(shop).filter(({ state }) => states.includes(state)).length,
  };
}
