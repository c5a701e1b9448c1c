import { randomUUID } from 'node:crypto';
import type { CustomerId, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { EntitlementOutbox } from '../../app/ports/entitlement-outbox.ts';
import { gatheredWrites } from '../gathered.ts';
import { LIGHTLY } from '../lightly.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeOutboxItem, type OutboxDoc } from './outbox.codec.ts';

/** A lease that a failover loses is taken once more, and sending twice says the same. */
const CLAIM_TRIES = 3;

type Putting = { readonly customerId: CustomerId; readonly sequence: number; readonly now: Instant };

const putting = (sequence: number, now: number) => ({
  $max: { sequence },
  $set: { putAt: now },
  $setOnInsert: { tries: 0, dueAt: now },
});

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
  const raise = async (shop: ShopId, { customerId, sequence, now }: Putting): Promise<void> => {
    await retryDuplicate(() => outbox.updateOne(shop, { customerId }, putting(sequence, now), { upsert: true }));
  };
  // Most are new rows, and those go in together; the others are raised.
  const putEach = async (shop: ShopId, many: readonly Putting[]): Promise<void> => {
    const rows = many.map(({ customerId, sequence, now }) => ({
      customerId,
      sequence,
      putAt: now,
      tries: 0,
      dueAt: now,
    }));
    const inserted = new Set(await outbox.insertNew(shop, rows));
    const known = many.filter((_row, i) => !inserted.has(i));
    const raises = known.map(({ customerId, sequence, now }) => ({
      filter: { customerId },
      update: putting(sequence, now),
      upsert: true,
    }));
    const { refused } = await outbox.updateEach(shop, raises);
    for (const i of refused) await raise(shop, known[i] as Putting);
  };
  const putGathered = gatheredWrites(async (shop, many: readonly Putting[]) => {
    await putEach(shop, many);
    return many.map(() => undefined);
  });
  return {
    put: (shop, customerId, sequence, now) => putGathered(shop, { customerId, sequence, now }),
    putMany: (shop, many, now) =>
      putEach(
        shop,
        many.map((one) => ({ ...one, now })),
      ),
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
    sent: async (shop, many) => {
      if (many.length === 0) return;
      const customerId = { $in: many.map((one) => one.customerId) };
      const $or = many.map((one) => ({ customerId: one.customerId, sequence: { $lte: one.sequence } }));
      const gone = await outbox.deleteMany(shop, { customerId, $or });
      if (gone < many.length) await outbox.updateMany(shop, { customerId }, [{ $set: { dueAt: '$putAt', tries: 0 } }]);
    },
    failed: async (shop, customerId, notBeforeAt, why) => {
      await outbox.updateOne(shop, { customerId }, { $set: { dueAt: notBeforeAt, why } });
    },
    waiting: (shop) => outbox.count(shop, {}),
  };
}
