import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../app/ports/log.ts';
import { createBell } from './bell.ts';

export type Pump = {
  readonly start: () => void;
  /** Something came in: look at once instead of at the end of the pause. */
  readonly nudge: () => void;
  /** Takes nothing new; ends when what is under way has ended. */
  readonly stop: () => Promise<void>;
};

export type PumpSettings = {
  readonly name: string;
  /** How many pieces may be under way at once. */
  readonly widthMax: number;
  /** The pause after an empty look; it doubles from the first to the second. */
  readonly idleMs: number;
  readonly idleMaxMs: number;
  /** The longest pause after a look that failed. */
  readonly failedMaxMs: number;
};

/** Takes up to `max` pieces of work and gives each as a function that never throws; empty: nothing waits. */
export type Take = (max: number) => Promise<readonly (() => Promise<void>)[]>;

/** So long a place may stay empty while more become free. */
const LINGER_MS = 20;

/**
 * Waits for room, and when much is under way a moment longer for more room: a look costs the store the same for one
 * piece as for many.
 */
async function roomFor(underWay: ReadonlySet<Promise<void>>, widthMax: number): Promise<void> {
  while (underWay.size >= widthMax) await Promise.race(underWay);
  const lingered = performance.now() + LINGER_MS;
  while (underWay.size > widthMax / 2) {
    const leftMs = lingered - performance.now();
    if (leftMs <= 0) return;
    await Promise.race([...underWay, pause(leftMs)]);
  }
}

/**
 * Draws work from a store as fast as it can be done and no faster: a bounded number of pieces at once, a nudge or a
 * short pause between looks, a longer one while the store fails. What it holds when the process dies, its lease gives
 * back.
 */
export function createPump(take: Take, settings: PumpSettings, log: Log): Pump {
  const { name, widthMax, idleMs, idleMaxMs, failedMaxMs } = settings;
  const underWay = new Set<Promise<void>>();
  const bell = createBell();
  let isStopping = false;
  let ended: Promise<void> = Promise.resolve();

  const begin = (work: () => Promise<void>): void => {
    const running: Promise<void> = work().finally(() => underWay.delete(running));
    underWay.add(running);
  };
  const look = async (): Promise<'worked' | 'empty' | 'failed'> => {
    try {
      const taken = await take(widthMax - underWay.size);
      for (const work of taken) begin(work);
      return taken.length > 0 ? 'worked' : 'empty';
    } catch (error) {
      log.warn('pump.look_failed', { pump: name, error: error instanceof Error ? error.name : 'unknown' });
      return 'failed';
    }
  };
  const run = async (): Promise<void> => {
    let pauseMs = idleMs;
    while (!isStopping) {
      await roomFor(underWay, widthMax);
      if (isStopping) break;
      const found = await look();
      if (found === 'worked') {
        pauseMs = idleMs;
        continue;
      }
      const isRung = await bell.rung(pauseMs);
      if (found === 'failed') pauseMs = Math.min(pauseMs * 2, failedMaxMs);
      else pauseMs = isRung ? idleMs : Math.min(pauseMs * 2, idleMaxMs);
    }
    await Promise.all(underWay);
  };
  return {
    start: () => {
      ended = run();
    },
    nudge: bell.ring,
    stop: async () => {
      isStopping = true;
      bell.ring();
      await ended;
    },
  };
}
