import { setTimeout as pause } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda, exponential, type Job } from 'agenda';
import type { Instant } from '../../shared/domain/ids.ts';
import { AppError } from '../app/ports/app-error.ts';
import type { Log } from '../app/ports/log.ts';
import type { ScheduledJob } from './scheduled-job.ts';
import { createTaking } from './taking.ts';

export type Scheduler = {
  /** Begins to work on jobs; without it a process may still ask for some. */
  readonly start: () => Promise<void>;
  /** Asks for a job at an instant; the same payload asked for twice is one job. */
  readonly ask: (name: string, payload: Readonly<Record<string, string | number>>, at: Instant) => Promise<void>;
  /** Takes no new job and waits for those under way, but not for ever: what is cut short is done again. */
  readonly stop: () => Promise<void>;
};

/** How long a job may be silent before another process takes it; a job under way says every minute that it lives. */
const SILENT_MAX_MS = 5 * 60_000;
const SIGN_OF_LIFE_MS = 60_000;
const STOP_WAIT_MS = 10_000;
const INSIST_EVERY_MS = 500;

/** The one place that knows agenda. Jobs lie in the database, so each runs in one process at a time. */
export async function createScheduler(
  uri: string,
  jobs: readonly ScheduledJob<unknown>[],
  log: Log,
  silentMaxMs = SILENT_MAX_MS,
): Promise<Scheduler> {
  const backend = new MongoBackend({ address: uri, collection: 'scheduledJobs' });
  const agenda = new Agenda({ backend, processEvery: 1000, defaultLockLifetime: silentMaxMs });
  agenda.on('error', (error: Error) => log.warn('scheduler.store_failed', { error: error.name }));
  for (const job of jobs) {
    const act = (found: Job<unknown>) => run(job, found, log);
    // What repeats comes round by itself; what was asked for once is tried until it is done.
    const once = { removeOnComplete: true, backoff: exponential({ delay: 5000, maxDelay: 600_000, maxRetries: 300 }) };
    agenda.define(job.name, act, { concurrency: 1, ...(job.every === null ? once : {}) });
  }
  const taking = createTaking(backend.repository);
  const underWay = createUnderWay(agenda);
  await agenda.ready;
  return {
    start: async () => {
      await agenda.start();
      for (const { name, every } of jobs) if (every !== null) await insist(() => agenda.every(every, name), log);
    },
    ask: async (name, payload, at) => {
      const unique = Object.fromEntries(Object.entries(payload).map(([key, value]) => [`data.${key}`, value]));
      await agenda.create(name, payload).unique(unique).schedule(new Date(at)).save();
    },
    stop: async () => {
      await taking.end();
      // What agenda has locked ahead of its time goes back; without that nobody would take it for minutes.
      await agenda.stop(false);
      await underWay.none(STOP_WAIT_MS);
      await backend.disconnect();
    },
  };
}

/** A database that is away at this moment is no reason not to start: it is asked until it answers. */
async function insist(act: () => Promise<unknown>, log: Log): Promise<void> {
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      if (!(error instanceof Error) || !error.name.startsWith('Mongo')) throw error;
      log.warn('scheduler.store_failed', { error: error.name });
      await pause(INSIST_EVERY_MS);
    }
  }
}

/**
 * Jobs from their start until their end is saved. Agenda's own waiting overlooks the end of the last one, when that is
 * a job to be done once, and then waits in vain.
 */
function createUnderWay(agenda: Agenda): { readonly none: (withinMs: number) => Promise<void> } {
  const running = new Set<Job<unknown>>();
  let tell = (): void => undefined;
  agenda.on('start', (job: Job<unknown>) => running.add(job));
  agenda.on('complete', (job: Job<unknown>) => {
    running.delete(job);
    if (running.size === 0) tell();
  });
  return {
    none: (withinMs) =>
      new Promise((resolve) => {
        if (running.size === 0) return resolve();
        const timer = setTimeout(resolve, withinMs);
        tell = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

/** A failed job is logged here and comes round again by the scheduler. */
async function run(job: ScheduledJob<unknown>, found: Job<unknown>, log: Log): Promise<void> {
  const alive = setInterval(() => void found.touch().catch(() => undefined), SIGN_OF_LIFE_MS);
  try {
    await job.act(job.payload.parse(found.attrs.data));
  } catch (error) {
    const isWorld = error instanceof AppError && error.retryable;
    const why = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
    if (isWorld) log.warn('job.postponed', { job: job.name, why });
    else log.error('job.failed', { job: job.name, why, where: whereOf(error) });
    throw error;
  } finally {
    clearInterval(alive);
  }
}

const whereOf = (error: unknown): readonly string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8)
    : [];
