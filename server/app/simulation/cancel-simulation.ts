import { ok, refused } from '../../../shared/domain/result.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Ends a simulation that waits or runs. Its worker notices when it next says how far it is, and stops. */
export function createCancelSimulation({
  stores,
  clock,
  log,
}: Pick<UseCaseDeps, 'stores' | 'clock' | 'log'>): UseCases['cancelSimulation'] {
  return async (shop, id, by) => {
    const state = await stores.simulations.cancel(shop, id, clock.now());
    const simulation = state === null ? null : await stores.simulations.find(shop, id);
    if (simulation === null) return refused({ code: 'unknown_simulation' });
    if (state === 'cancelled') log.info('simulation.cancelled', { shop, simulation: id, by });
    return ok(simulation);
  };
}
