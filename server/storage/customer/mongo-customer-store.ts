import type { ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import type { CustomerStore } from '../../app/ports/customer-store.ts';
import { gathered } from '../gathered.ts';
import { literal } from '../literal.ts';
import { isDuplicateKey, type TenantCollection } from '../tenant-collection.ts';
import { type CustomerDoc, DERIVE, decodeCustomer, encodeCustomer, encodeNewCustomer } from './customer.codec.ts';

export function createMongoCustomerStore(customers: TenantCollection<CustomerDoc>): CustomerStore {
  const findByShopifyId = gathered(async (shop, ids: readonly ShopifyCustomerId[]) => {
    const docs = await customers.find(shop, { shopifyCustomerIds: { $in: [...ids] } }).toArray();
    const found = docs.map(decodeCustomer);
    return new Map(found.flatMap((customer) => customer.shopifyCustomerIds.map((id) => [id, customer])));
  });
  return {
    create: async (shop, customer) => {
      try {
        await customers.insert(shop, encodeNewCustomer(customer));
        return 'created';
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
    },
    find: async (shop, id) => {
      const doc = await customers.findOne(shop, { customerId: id });
      return doc === null ? null : decodeCustomer(doc);
    },
    findByShopifyId,
    findMany: async (shop, ids) =>
      (await customers.find(shop, { customerId: { $in: [...ids] } }).toArray()).map(decodeCustomer),
    ids: async (shop, after, max) => {
      const behind = after === null ? {} : { customerId: { $gt: after } };
      const options = { sort: { customerId: 1 }, limit: max, projection: { _id: 0, customerId: 1, state: 1 } } as const;
      const rows = customers.find(shop, behind, { ...options, hint: { shop: 1, customerId: 1, state: 1 } });
      return (await rows.toArray()).map(({ customerId, state }) => ({ id: customerId, state }));
    },
    // The revision says that what was seen is what is stored, so what follows from the whole customer can be written.
    change: async (shop, seen, fields) => {
      const own = encodeCustomer({ ...seen, ...fields, id: seen.id, revision: seen.revision + 1 });
      const ids = { shopifyCustomerIds: own.shopifyCustomerIds ? literal(own.shopifyCustomerIds) : '$$REMOVE' };
      const update = [{ $set: { ...literal(own), ...ids } }, DERIVE];
      try {
        const { matched } = await customers.updateOne(shop, { customerId: seen.id, revision: seen.revision }, update);
        return matched > 0 ? 'changed' : 'stale';
      } catch (error) {
        if (isDuplicateKey(error)) return 'taken';
        throw error;
      }
    },
    count: async (shop, states) => {
      const counts = states.map((state) => customers.count(shop, { lists: state }));
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
  };
}
