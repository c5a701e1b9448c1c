import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { mergePurchase } from '../../../shared/domain/purchase/merge-purchase.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { OwnedPurchase, PurchaseStore, Span, StoredPurchase } from '../../app/ports/purchase-store.ts';
import { gathered } from '../gathered.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { createForgetBuyer } from './forget-buyer.ts';
import { decodePurchase, decodeStoredPurchase, type PurchaseDoc } from './purchase.codec.ts';
import { recordUpdate } from './record-update.ts';

const ORDERS_AT_ONCE = 1000;
type Purchases = TenantCollection<PurchaseDoc>;

export function createMongoPurchaseStore(purchases: Purchases): PurchaseStore {
  const look = gathered(async (shop, orderIds: readonly OrderId[]) => {
    const docs = await purchases.find(shop, { orderId: { $in: [...orderIds] } }).toArray();
    return new Map(docs.map((doc) => [doc.orderId, doc]));
  });
  return {
    // Most tellings are repeats, and a look costs a fraction of a journaled write. Otherwise the row as it was before
    // the write comes back, so what it has become is what the pure merge says.
    record: async (shop, orderId, snapshot, refunds) => {
      const known = await look(shop, orderId);
      const isKnown = known !== null && !mergePurchase(decodePurchase(known), orderId, snapshot, refunds).changed;
      if (isKnown) return { outcome: 'unchanged', purchase: decodeStoredPurchase(known) };
      const update = recordUpdate(snapshot, refunds);
      const options = { upsert: true, returnDocument: 'before' } as const;
      const before = await retryDuplicate(() => purchases.findOneAndUpdate(shop, { orderId }, update, options));
      const { purchase, changed } = mergePurchase(before && decodePurchase(before), orderId, snapshot, refunds);
      const { customerId = null, contested = false, formerCustomerIds = [], giverId = null } = before ?? {};
      const stored = { ...purchase, customerId, contested, formerCustomerIds, giverId };
      return { outcome: changed ? 'recorded' : 'unchanged', purchase: stored };
    },
    attribute: async (shop, orderId, customerId, contested, giverId = null) => {
      const others = [{ contested: { $ne: contested } }, giverIsNot(giverId)];
      const differs = { orderId, $or: [{ customerId: { $ne: customerId } }, ...others] };
      const update = attributeUpdate(customerId, contested, giverId);
      const changed = await purchases.findOneAndUpdate(shop, differs, update, { returnDocument: 'after' });
      const doc = changed ?? (await purchases.findOne(shop, { orderId }));
      return doc === null ? null : decodeStoredPurchase(doc);
    },
    find: async (shop, orderId) => {
      const doc = await purchases.findOne(shop, { orderId });
      return doc === null ? null : decodeStoredPurchase(doc);
    },
    ofCustomer: async (shop, customerId) => (await purchases.find(shop, { customerId }).toArray()).map(decodePurchase),
    naming: (shop, who) => findNaming(purchases, shop, who),
    move: async (shop, from, to) => {
      const { matched } = await purchases.updateMany(shop, { customerId: from }, { $set: { customerId: to } });
      return matched + (await purchases.updateMany(shop, { giverId: from }, { $set: { giverId: to } })).matched;
    },
    byCustomer: (shop, range) => {
      const customerId = range === undefined ? { $gt: '' as CustomerId } : { $gte: range.from, $lte: range.to };
      return streamByCustomer(purchases, shop, customerId);
    },
    past: (shop, span) => streamPast(purchases, shop, span),
    countPast: (shop, span, limit) => purchases.count(shop, madeIn(span), { limit, hint: BY_CUSTOMER }),
    forgetBuyer: createForgetBuyer(purchases),
    deleteOrders: async (shop, orderIds) => {
      let count = 0;
      for (let from = 0; from < orderIds.length; from += ORDERS_AT_ONCE) {
        const some = orderIds.slice(from, from + ORDERS_AT_ONCE);
        count += await purchases.deleteMany(shop, { orderId: { $in: some } });
      }
      return count;
    },
  };
}

const giverIsNot = (giverId: CustomerId | null) =>
  giverId === null ? { giverId: { $exists: true } } : { giverId: { $ne: giverId } };

/** Whoever had it, or handed the card on, joins the former ones; whoever gets it leaves them. */
function attributeUpdate(
  customerId: CustomerId | null,
  contested: boolean,
  giverId: CustomerId | null,
): readonly object[] {
  const former = { $ifNull: ['$formerCustomerIds', []] };
  const isKept = (path: string) => ({ $or: [{ $eq: [{ $ifNull: [path, null] }, null] }, { $in: [path, former] }] });
  const left = (path: string) => ({ $cond: [isKept(path), [], [path]] });
  const all = { $setUnion: [{ $concatArrays: [former, left('$customerId'), left('$giverId')] }, []] };
  const gets = [customerId, giverId].filter((id) => id !== null);
  const others = { $filter: { input: all, cond: { $not: [{ $in: ['$$this', { $literal: gets }] }] } } };
  return [
    { $set: { formerCustomerIds: others } },
    { $set: { customerId: { $literal: customerId }, contested: { $literal: contested } } },
    { $set: { giverId: giverId === null ? '$$REMOVE' : { $literal: giverId } } },
    { $set: { formerCustomerIds: { $cond: [{ $eq: ['$formerCustomerIds', []] }, '$$REMOVE', '$formerCustomerIds'] } } },
  ];
}

async function findNaming(
  purchases: Purchases,
  shop: ShopId,
  { cards, shopifyCustomerIds }: Parameters<PurchaseStore['naming']>[1],
): Promise<readonly StoredPurchase[]> {
  const [byCard, byFriend, byCustomer] = await Promise.all([
    purchases.find(shop, { 'snapshot.cardNumber': { $in: [...cards] } }).toArray(),
    purchases.find(shop, { 'snapshot.referredBy': { $in: [...cards] } }).toArray(),
    purchases.find(shop, { 'snapshot.shopifyCustomerId': { $in: [...shopifyCustomerIds] } }).toArray(),
  ]);
  const found = new Map<OrderId, StoredPurchase>();
  for (const doc of [...byCard, ...byFriend, ...byCustomer]) found.set(doc.orderId, decodeStoredPurchase(doc));
  return [...found.values()];
}

/** What a rebuild does not ask for. */
const NOT_READ = {
  _id: 0,
  shop: 0,
  contested: 0,
  isTouched: 0,
  formerCustomerIds: 0,
  giverId: 0,
  'snapshot.newness': 0,
  'snapshot.sale': 0,
  'snapshot.sum': 0,
} as const;

/** The index that has customers, and theirs in time. */
const BY_CUSTOMER = { shop: 1, customerId: 1, 'snapshot.processedAt': 1, orderId: 1 } as const;

const madeIn = ({ from, before }: Span) => ({
  'snapshot.processedAt': { $gte: from ?? 0, ...(before === null ? {} : { $lt: before }) },
});

/** In the order of the same index, whatever the span: nobody's come first. */
async function* streamPast(purchases: Purchases, shop: ShopId, span: Span): AsyncGenerator<readonly OwnedPurchase[]> {
  const sort = { customerId: 1, 'snapshot.processedAt': 1, orderId: 1 } as const;
  for await (const batch of purchases.stream(shop, madeIn(span), { sort, projection: NOT_READ })) {
    yield batch.map((doc) => ({ customerId: doc.customerId, purchase: decodePurchase(doc) }));
  }
}

type Group = { readonly customerId: CustomerId; readonly purchases: Purchase[] };

/** In the order of the index, so that nothing is sorted and one customer's purchases come together. */
async function* streamByCustomer(purchases: Purchases, shop: ShopId, customerId: object): AsyncGenerator<Group> {
  const sort = { customerId: 1, 'snapshot.processedAt': 1, orderId: 1 } as const;
  let group: Group = { customerId: '' as CustomerId, purchases: [] };
  for await (const batch of purchases.stream(shop, { customerId }, { sort, projection: NOT_READ })) {
    for (const doc of batch) {
      if (group.customerId !== doc.customerId) {
        if (group.purchases.length > 0) yield group;
        group = { customerId: doc.customerId as CustomerId, purchases: [] };
      }
      group.purchases.push(decodePurchase(doc));
    }
  }
  if (group.purchases.length > 0) yield group;
}
