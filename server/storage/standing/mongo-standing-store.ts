import type { ShopId } from '../../../shared/domain/ids.ts';
import type { StandingStore, StoredStanding } from '../../app/ports/standing-store.ts';
import { gatheredWrites } from '../gathered.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { decodeStanding, encodeStanding, type StandingDoc } from './standing.codec.ts';

/** Only over a row that is not newer. */
function putting(stored: StoredStanding) {
  const { customerId, sequence, standing } = stored;
  const isNotNewer = [{ sequence: { $lt: sequence } }, { sequence, 'standing.asOf': { $lte: standing.asOf } }];
  const row = encodeStanding(stored);
  const { changesAt } = row;
  const update = changesAt === undefined ? { $set: row, $unset: { changesAt: true as const } } : { $set: row };
  return { filter: { customerId, $or: isNotNewer }, update };
}

export function createMongoStandingStore(standings: TenantCollection<StandingDoc>): StandingStore {
  const putOne: StandingStore['put'] = async (shop, stored) => {
    const { filter, update } = putting(stored);
    return (await standings.updateOne(shop, filter, update)).matched > 0 ? 'stored' : 'older';
  };
  // Where a newer one stands no row fits, so the upsert inserts a second one and the unique index refuses it. So it
  // does when two put their first at once: then the row of the other is looked at once more.
  const putEach = async (shop: ShopId, many: readonly StoredStanding[]) => {
    const updates = many.map((stored) => ({ ...putting(stored), upsert: true }));
    const refused = new Set((await standings.updateEach(shop, updates)).refused);
    return Promise.all(many.map((stored, i) => (refused.has(i) ? putOne(shop, stored) : ('stored' as const))));
  };
  return {
    put: gatheredWrites(putEach),
    putMany: async (shop, many) => {
      await putEach(shop, many);
    },
    find: async (shop, customerId) => {
      const doc = await standings.findOne(shop, { customerId });
      return doc === null ? null : decodeStanding(doc);
    },
    findMany: async (shop, ids) =>
      (await standings.find(shop, { customerId: { $in: [...ids] } }).toArray()).map(decodeStanding),
    ofCustomers: async (shop, { from, to }) => {
      const docs = await standings.find(shop, { customerId: { $gte: from, $lte: to } }).toArray();
      return new Map(docs.map((doc) => [doc.customerId, decodeStanding(doc)]));
    },
    remove: async (shop, customerId) => {
      await standings.deleteMany(shop, { customerId });
    },
    due: async (shop, now, max) => {
      const options = { sort: { changesAt: 1 }, limit: max, projection: { _id: 0, customerId: 1 } } as const;
      const docs = await standings.find(shop, { changesAt: { $lte: now } }, options).toArray();
      return docs.map(({ customerId }) => customerId);
    },
    all: async function* (shop) {
      const batches = standings.stream(shop, {}, { sort: { customerId: 1 }, projection: { _id: 0 } });
      for await (const batch of batches) for (const doc of batch) yield decodeStanding(doc);
    },
  };
}
