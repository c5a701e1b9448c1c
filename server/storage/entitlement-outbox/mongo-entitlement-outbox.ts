import { randomUUID } from 'node:crypto';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { EntitlementOutbox } from '../../app/ports/entitlement-outbox.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeOutboxItem, type OutboxDoc } from './outbox.codec.ts';

/** A lease that a failover loses is taken once more, and sending twice says the same. */
const LIGHTLY = { writeConcern: { w: 1 } } as const;
const CLAIM_TRIES = 3;

export function createMongoEntitlementOutbox(outbox: TenantCollection<OutboxDoc>): EntitlementOutbox {
  const claimOf = async (shop: ShopId, now: number, leaseUntil: number, max: number) => {
    const due = { dueAt: { $lte: now } };
    const options = { sort: { dueAt: 1 }, limit: max, projection: { customerId: 1 } } as const;
    const found = await outbox.find(shop, due, options).toArray();
    const lease = randomUUID();
    const mine = { customerId: { $in: found.map(({ customerId }) => customerId) }, ...due };
    await outbox.updateMany(shop, mine, { $set: { dueAt: leaseUntil, lease }, $inc: { tries: 1 } }, LIGHTLY);
    const leased = await outbox.find(shop, { customerId: mine.customerId, lease }).toArray();
    return leased.map(decodeOutboxItem);
  };
  return {
    put: async (shop, customerId, sequence, now) => {
      const update = { $max: { sequence }, $set: { putAt: now }, $setOnInsert: { tries: 0, dueAt: now } };
      await retryDuplicate(() => outbox.updateOne(shop, { customerId }, update, { upsert: true }));
    },
    claim: async (now, leaseUntil, max) => {
      for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
        const query = { dueAt: { $lte: now } };
        const first = await outbox.acrossShops.findOne(query, { sort: { dueAt: 1 }, projection: { shop: 1 } });
        if (first === null) return [];
        const items = await claimOf(first.shop, now, leaseUntil, max);
        // Another worker was quicker with all of them: look who waits longest now.
        if (items.length > 0) return items;
      }
      return [];
    },
    sent: async (shop, customerId, sequence) => {
      const gone = await outbox.deleteMany(shop, { customerId, sequence: { $lte: sequence } });
      if (gone === 0) await outbox.updateOne(shop, { customerId }, [{ $set: { dueAt: '$putAt', tries: 0 } }]);
    },
    failed: async (shop, customerId, notBeforeAt, why) => {
      await outbox.updateOne(shop, { customerId }, { $set: { dueAt: notBeforeAt, why } });
    },
    waiting: (shop) => outbox.count(shop, {}),
  };
}
