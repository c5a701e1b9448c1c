import type { Log } from '../app/ports/log.ts';
import { createPump, type Pump } from './pump.ts';

const LANES = 2;

/**
 * Sends standings to Shopify. One `publish` takes what waits longest, up to 25 customers of one shop in one call; while
 * it is under way others gather, so a burst goes out in few full calls by itself. A nudge wakes one lane only, for the
 * same reason; the other looks by itself and helps when there is much, or when one shop is slow.
 */
export function createOutboxPump(publish: () => Promise<number>, log: Log): Pump {
  const take = async () => ((await publish()) > 0 ? [async () => undefined] : []);
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    createPump(
      take,
      { name: `outbox ${lane + 1}`, widthMax: 1, idleMs: 250, idleMaxMs: 1000, failedMaxMs: 15_000 },
      log,
    ),
  );
  return {
    start: () => {
      for (const lane of lanes) lane.start();
    },
    nudge: () => lanes[0]?.nudge(),
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}
