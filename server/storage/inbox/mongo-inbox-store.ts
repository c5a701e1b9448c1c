import type { mongo } from 'mongoose';
import type { InboxId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { InboxItem, InboxState, InboxStore } from '../../app/ports/inbox-store.ts';
import { gatheredWrites } from '../gathered.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { createClaim } from './claim.ts';
import { createForgetting } from './forgetting.ts';
import { decodeInboxItem, encodeDelivery, type InboxDoc } from './inbox-item.codec.ts';
import { createSettle } from './settle.ts';

const STATES: readonly InboxState[] = ['filed', 'leased', 'done', 'skipped', 'refused', 'failed'];
const COUNT_MAX = 100_000;

export function createMongoInboxStore(inbox: TenantCollection<InboxDoc>, newInboxId: () => InboxId): InboxStore {
  const { forgetBodies, forgetCustomer } = createForgetting(inbox);
  const insert = gatheredWrites(async (shop, rows: readonly Omit<InboxDoc, 'shop'>[]) => {
    const inserted = new Set(await inbox.insertNew(shop, rows));
    return rows.map((_row, i) => inserted.has(i));
  });
  const file: InboxStore['file'] = async (shop, delivery) => {
    const id = newInboxId();
    if (await insert(shop, encodeDelivery(id, delivery))) return { outcome: 'filed', id };
    const options = { projection: { _id: 1 } };
    const known = await inbox.findOne(shop, { webhookId: delivery.webhookId }, options);
    if (known === null) throw new AppError('delivery_contended', true);
    return { outcome: 'repeated', id: known._id };
  };
  const list: InboxStore['list'] = async (shop, { states, before, max }) => {
    const place = before === null ? null : await inbox.findOne(shop, { _id: before }, { projection: { body: 0 } });
    if (before !== null && place === null) return [];
    const state = { $in: [...(states.length === 0 ? STATES : states)] };
    const newest = { receivedAt: -1, _id: -1 } as const;
    // Where the instant is one, only the id may be sorted, or the states are not merged but sorted in memory.
    const page = async (more: object, limit: number, sort: mongo.Sort = newest): Promise<readonly InboxItem[]> => {
      const options = { sort, limit, projection: { body: 0 } };
      return limit <= 0 ? [] : (await inbox.find(shop, { state, ...more }, options).toArray()).map(decodeInboxItem);
    };
    if (place === null) return page({}, max);
    const { receivedAt } = place;
    const same = await page({ receivedAt, _id: { $lt: place._id } }, max, { _id: -1 });
    return [...same, ...(await page({ receivedAt: { $lt: receivedAt } }, max - same.length))];
  };
  return {
    file,
    claim: createClaim(inbox),
    settle: createSettle(inbox),
    list,
    forgetBodies,
    forgetCustomer,
    find: async (shop, id) => {
      const doc = await inbox.findOne(shop, { _id: id });
      return doc === null ? null : decodeInboxItem(doc);
    },
    counts: async (shop) => {
      const counting = STATES.map((state) => inbox.count(shop, { state }, { limit: COUNT_MAX }));
      const [filed = 0, leased = 0, done = 0, skipped = 0, refused = 0, failed = 0] = await Promise.all(counting);
      return { filed, leased, done, skipped, refused, failed };
    },
    replay: async (shop, id, now) => {
      const waits = { state: 'filed' as const, tries: 0, notBeforeAt: now, dueAt: now, outcome: null, faults: [] };
      const settledOnes = { _id: id, dueAt: { $exists: false }, bodyAt: { $exists: true } };
      if ((await inbox.updateOne(shop, settledOnes, { $set: waits })).matched > 0) return 'filed';
      const doc = await inbox.findOne(shop, { _id: id }, { projection: { body: 0 } });
      if (doc === null) return 'unknown';
      return doc.dueAt === undefined ? 'body_forgotten' : 'filed';
    },
  };
}
