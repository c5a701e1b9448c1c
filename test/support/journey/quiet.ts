import { storedOutbox } from '../../../server/storage/entitlement-outbox/outbox.schema.ts';
import { storedInboxItems } from '../../../server/storage/inbox/inbox-item.schema.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { eventually } from '../merchant.ts';
import type { Journey } from './start-journey.ts';

/** Nothing is on its way any more: not from Shopify to the app, not in its inbox, not from it to checkout. */
export async function untilQuiet(
  { sandbox, storage: { stores } }: Pick<Journey, 'sandbox' | 'storage'>,
  shop: string,
  withinMs = 30_000,
): Promise<void> {
  const id = shop as ShopId;
  await sandbox.delivery.settled(withinMs);
  const look = async () => {
    const { filed, leased } = await stores.inbox.counts(id);
    return { filed, leased, unsent: await stores.outbox.waiting(id) };
  };
  await eventually(look, ({ filed, leased, unsent }) => filed + leased + unsent === 0, withinMs);
}

/** The pauses before another try are over, and the leases of whoever died have run out. */
export async function letPausesEnd({ database }: Pick<Journey, 'database'>): Promise<void> {
  const due = { $set: { dueAt: 0 } };
  await database.collection(storedInboxItems.name).updateMany({ dueAt: { $exists: true } }, due);
  await database.collection(storedOutbox.name).updateMany({}, due);
}

/** A clock strikes for a job: the app's own scheduler begins it within a second or two. */
export async function letJobBegin({ database }: Pick<Journey, 'database'>, name: string): Promise<void> {
  const jobs = database.collection('scheduledJobs');
  const { matchedCount } = await jobs.updateOne({ name }, { $set: { nextRunAt: new Date() } });
  if (matchedCount !== 1) throw new Error(`the app has no job ${name}`);
}
