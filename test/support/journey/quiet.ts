import { storedOutbox } from '../../../server/storage/entitlement-outbox/outbox.schema.ts';
import { storedInboxItems } from '../../../server/storage/inbox/inbox-item.schema.ts';
import { storedCodes } from '../../../server/storage/reward-code/reward-code.schema.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { eventually } from '../merchant.ts';
import type { Journey } from './start-journey.ts';

const JOBS = 'scheduledJobs';
const SETTLED_WITHIN_MS = 60_000;
const REST_MS = 10_000;
const RESTS_MAX = 9;

/** A sweep is asked for a little ahead of its time (decision 0038); one that lies further ahead waits for its day. */
const SOON_MS = 5000;

type Looked = Pick<Journey, 'sandbox' | 'storage' | 'database'>;

/** Nothing is on its way any more: not from Shopify to the app, not in its inbox, not from it to checkout. */
export async function untilQuiet(journey: Looked, shop: string, withinMs = 30_000): Promise<void> {
  await journey.sandbox.delivery.settled(withinMs);
  await eventually(
    () => onItsWay(journey, shop as ShopId),
    (count) => count === 0,
    withinMs,
  ).catch(async (error: unknown) => {
    const waits = JSON.stringify(await whatWaits(journey.database, shop));
    throw new Error(`the app does not come to rest: ${waits}`, { cause: error });
  });
}

/** Counted in the direction in which work moves, so that nothing slips past between two looks. */
async function onItsWay({ storage: { stores }, database }: Looked, shop: ShopId): Promise<number> {
  const unread = await database.collection(storedInboxItems.name).countDocuments({ shop, dueAt: { $exists: true } });
  const isNear = { $or: [{ nextRunAt: { $lt: new Date(Date.now() + SOON_MS) } }, { lockedAt: { $ne: null } }] };
  const sweeps = await database.collection(JOBS).countDocuments({ 'data.shop': shop, ...isNear });
  const told = await stores.outbox.waiting(shop);
  const codes = await database.collection(storedCodes.name).countDocuments({ shop, dueAt: { $exists: true } });
  return unread + sweeps + told + codes;
}

/** A few of those that wait, to be shown when they never end. */
async function whatWaits(database: Journey['database'], shop: string) {
  const waiting = { shop, dueAt: { $exists: true } };
  const found = database
    .collection(storedInboxItems.name)
    .find(waiting, { projection: { body: 0 }, sort: { dueAt: 1 } });
  const rows = await found.limit(5).toArray();
  const count = await database.collection(storedInboxItems.name).countDocuments(waiting);
  const inbox = rows.map(({ topic, state, tries, outcome, dueAt }) => ({
    topic,
    state,
    tries,
    outcome,
    inMs: dueAt - Date.now(),
  }));
  const jobs = await database.collection(JOBS).find({ 'data.shop': shop }).limit(5).toArray();
  return { count, inbox, jobs, outbox: await database.collection(storedOutbox.name).find({ shop }).limit(5).toArray() };
}

/** The pauses before another try are over, and the leases of whoever died have run out. */
export async function letPausesEnd({ database }: Pick<Journey, 'database'>): Promise<void> {
  const due = { $set: { dueAt: 0 } };
  await database.collection(storedInboxItems.name).updateMany({ dueAt: { $exists: true } }, due);
  await database.collection(storedOutbox.name).updateMany({}, due);
  const silent = { $set: { lockedAt: new Date(0) } };
  await database.collection(JOBS).updateMany({ lockedAt: { $ne: null } }, silent);
}

/** Quiet after a storm: whoever died, or lost the database in the middle of something, holds nothing up for long. */
export async function untilRested(journey: Journey, shop: string): Promise<void> {
  await journey.sandbox.delivery.settled(SETTLED_WITHIN_MS);
  for (let turn = 1; ; turn += 1) {
    await letPausesEnd(journey);
    try {
      return await untilQuiet(journey, shop, REST_MS);
    } catch (error) {
      if (turn === RESTS_MAX) throw error;
    }
  }
}

/**
 * A clock strikes for a job that looks after every shop: the app's own scheduler begins it within a second or two.
 * Comes true once it has ended.
 */
export async function letJobRun({ database }: Pick<Journey, 'database'>, name: string): Promise<void> {
  const jobs = database.collection(JOBS);
  const begunBefore = (await jobs.findOne({ name }))?.lastRunAt ?? null;
  const { matchedCount } = await jobs.updateOne({ name }, { $set: { nextRunAt: new Date() } });
  if (matchedCount !== 1) throw new Error(`the app has no job ${name}`);
  await eventually(
    () => jobs.findOne({ name }),
    (job) => Number(job?.lastRunAt) > Number(begunBefore) && Number(job?.lastFinishedAt) >= Number(job?.lastRunAt),
    60_000,
  );
}
