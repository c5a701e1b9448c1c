import { describe, expect, it } from '@jest/globals';
import { oneShop, type ScheduledJob } from '../../server/jobs/scheduled-job.ts';
import { createScheduler, type Scheduler } from '../../server/jobs/scheduler.ts';
import { eventually } from '../support/merchant.ts';
import { testMongo } from '../support/mongo.ts';

const mongo = testMongo();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Agenda looks after a job that has run for half of this before it lets the process end. */
const SILENT_MS = 4000;
const payload = { shop: 'demo.myshopify.com' };

type Held = { readonly scheduler: Scheduler; readonly begun: () => number; readonly release: () => void };

/** A scheduler with one job, done when asked for, that ends when it is released. */
async function withOneJob(name: string): Promise<Held> {
  let begun = 0;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const act = async () => {
    begun += 1;
    await released;
  };
  const job = { name, payload: oneShop, every: null, act } as ScheduledJob<unknown>;
  const scheduler = await createScheduler(mongo.uri(), [job], quiet, SILENT_MS);
  return { scheduler, begun: () => begun, release };
}

const lockedJobs = () =>
  mongo
    .database()
    .collection('scheduledJobs')
    .countDocuments({ lockedAt: { $ne: null } });

describe('The scheduler', () => {
  it('waits for the job that is under way, and no longer than that', async () => {
    const { scheduler, begun, release } = await withOneJob('once');
    await scheduler.start();
    await scheduler.ask('once', payload, Date.now());
    await eventually(async () => begun(), Boolean);
    const startedAt = performance.now();
    let isStopped = false;
    const stopped = scheduler.stop().then(() => {
      isStopped = true;
    });
    await mongo.database().command({ ping: 1 });
    expect(isStopped).toBe(false);
    release();
    await stopped;
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(begun()).toBe(1);
    expect(await lockedJobs()).toBe(0);
  });

  it('gives back what it has taken and not begun, so that whoever starts next does it at once', async () => {
    const first = await withOneJob('later');
    await first.scheduler.start();
    await first.scheduler.ask('later', payload, Date.now() + 1500);
    await eventually(lockedJobs, Boolean);
    await first.scheduler.stop();
    expect(await lockedJobs()).toBe(0);
    const second = await withOneJob('later');
    await second.scheduler.start();
    await eventually(async () => second.begun(), Boolean);
    second.release();
    await second.scheduler.stop();
    expect(first.begun()).toBe(0);
  });
});
