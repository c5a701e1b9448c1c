import type { Log } from '../app/ports/log.ts';
import type { UseCases } from '../app/use-cases.ts';
import { createPump, type Pump } from './pump.ts';

/**
 * Works on simulations, one at a time, since each may take much of a processor. At the end of the process the one under
 * way is given back at once.
 */
export function createSimulationPump(run: UseCases['runNextSimulation'], log: Log): Pump {
  const ending = new AbortController();
  const take = async () => ((await run(ending.signal)) ? [async () => undefined] : []);
  const settings = { name: 'simulations', widthMax: 1, idleMs: 250, idleMaxMs: 1000, failedMaxMs: 15_000 };
  const pump = createPump(take, settings, log);
  return {
    ...pump,
    stop: async () => {
      ending.abort();
      await pump.stop();
    },
  };
}
