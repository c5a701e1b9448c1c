import type { Log } from '../app/ports/log.ts';
import { createPump, type Pump } from './pump.ts';

/**
 * Makes codes of rewards at Shopify and takes them back, up to a hundred in one call. It looks by itself: codes are
 * wanted right after a standing was told, and a second more or less is no matter.
 */
export function createCodePump(publish: () => Promise<number>, log: Log): Pump {
  const take = async () => ((await publish()) > 0 ? [async () => undefined] : []);
  return createPump(
    take,
    { name: 'reward codes', widthMax: 1, idleMs: 500, idleMaxMs: 1500, failedMaxMs: 15_000 },
    log,
  );
}
