import type { DrawId, ShopId } from '../../../shared/domain/ids.ts';
import type { DrawStore } from '../../app/ports/draw-store.ts';
import type { SecretBox } from '../secret-box.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { type DrawDoc, decodeDraw, decodeLot, dueAt, encodeDraw, encodeLot, type LotDoc } from './draw.codec.ts';

const about = (shop: ShopId, id: DrawId) => `draw-seed:${shop}:${id}`;

type Deps = {
  readonly draws: TenantCollection<DrawDoc>;
  readonly lots: TenantCollection<LotDoc>;
  readonly box: SecretBox;
};

/** What a draw is, without what is sealed. */
const TOLD = { projection: { _id: 0, seed: 0 } } as const;

export function createMongoDrawStore({ draws, lots, box }: Deps): DrawStore {
  return {
    create: (shop, draw, seed) => draws.insert(shop, encodeDraw(draw, box.seal(about(shop, draw.id), hexBytes(seed)))),
    find: async (shop, drawId) => {
      const doc = await draws.findOne(shop, { drawId }, TOLD);
      return doc === null ? null : decodeDraw(doc);
    },
    seed: async (shop, drawId) => {
      const doc = await draws.findOne(shop, { drawId }, { projection: { seed: 1 } });
      return doc === null ? null : box.open(about(shop, drawId), doc.seed).toString('hex');
    },
    list: async (shop) => {
      const found = await draws.find(shop, {}, { ...TOLD, sort: { createdAt: -1, drawId: -1 } }).toArray();
      return found.map(decodeDraw);
    },
    findMany: async (shop, ids) =>
      (await draws.find(shop, { drawId: { $in: [...ids] } }, TOLD).toArray()).map(decodeDraw),
    change: async (shop, seen, fields, event) => {
      const due = dueAt({ ...seen, ...fields });
      const { matched } = await draws.updateOne(shop, { drawId: seen.id, revision: seen.revision }, {
        $set: { ...fields, revision: seen.revision + 1, ...(due === null ? {} : { dueAt: due }) },
        ...(due === null ? { $unset: { dueAt: 1 } } : {}),
        ...(event === null ? {} : { $push: { trail: event } }),
      } as never);
      return matched > 0 ? 'changed' : 'stale';
    },
    due: async (shop, now) =>
      (await draws.find(shop, { dueAt: { $lte: now } }, { ...TOLD, sort: { dueAt: 1 } }).toArray()).map(decodeDraw),
    putLots: async (shop, list, many) => {
      await lots.insertNew(
        shop,
        many.map((lot) => encodeLot(list, lot)),
      );
    },
    lots: async function* (shop, { drawId, listId }) {
      for await (const batch of lots.stream(shop, { drawId, listId }, { sort: { lot: 1 } })) yield batch.map(decodeLot);
    },
    findLots: async (shop, { drawId, listId }, numbers) =>
      (await lots.find(shop, { drawId, listId, lot: { $in: [...numbers] } }).toArray()).map(decodeLot),
    dropOtherLists: (shop, { drawId, listId }) => lots.deleteMany(shop, { drawId, listId: { $ne: listId } }),
    lotsOf: async (shop, customerId) => {
      const sort = { drawId: 1, listId: 1, lot: 1 } as const;
      const found = await lots.find(shop, { customerId }, { sort }).toArray();
      return found.map(({ drawId, listId, lot }) => ({ drawId, listId, lot }));
    },
    moveLots: async (shop, from, to) =>
      (await lots.updateMany(shop, { customerId: from }, { $set: { customerId: to } })).matched,
    forgetHolder: async (shop, customerId) =>
      (await lots.updateMany(shop, { customerId }, { $unset: { customerId: 1 } })).matched,
  };
}

const hexBytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
