import { Router } from 'express';
import type { SimulationForm } from '../../../shared/contract/simulation.ts';
import { parseOurId, type ShopId } from '../../../shared/domain/ids.ts';
import { ok, type Result, refused } from '../../../shared/domain/result.ts';
import type { Simulation } from '../../app/ports/simulation-store.ts';
import type { StartSimulation } from '../../app/simulation/simulation-use-cases.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint, type Refused } from '../endpoint.ts';
import { loadSimulations, loadSimulationView } from './simulation.load.ts';
import { simulationForm } from './simulation.requests.ts';

const unknown = refused({ code: 'unknown_simulation' } as const);

/** Null: one of the programs is named by what is no id of a program. */
function readForm({ programs, ...period }: SimulationForm): StartSimulation | null {
  const read = programs.flatMap(({ programId, version }) => {
    const id = parseOurId('prg', programId);
    return id === null ? [] : [{ programId: id, version }];
  });
  return read.length === programs.length ? { programs: read, ...period } : null;
}

/** Programs over the shop's own past: asked for, looked at, cancelled. */
export function createSimulationRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { useCases, stores } = deps;
  const shown = async (shop: ShopId, changed: Result<Simulation, Refused>) =>
    changed.ok ? ok(await loadSimulationView(deps, shop, changed.value)) : changed;
  router.get(
    '/simulations',
    endpoint({}, async ({ shop }) => ok(await loadSimulations(deps, shop))),
  );
  router.post(
    '/simulations',
    endpoint({ body: simulationForm }, async ({ shop, staffId, body }) => {
      const asked = readForm(body);
      if (asked === null) return refused({ code: 'unknown_program' });
      return shown(shop, await useCases.startSimulation(shop, asked, staffId));
    }),
  );
  router.get(
    '/simulations/:id',
    endpoint({}, async ({ shop, part }) => {
      const id = parseOurId('sim', part('id'));
      const simulation = id === null ? null : await stores.simulations.find(shop, id);
      return simulation === null ? unknown : ok(await loadSimulationView(deps, shop, simulation));
    }),
  );
  router.post(
    '/simulations/:id/cancel',
    endpoint({}, async ({ shop, staffId, part }) => {
      const id = parseOurId('sim', part('id'));
      return id === null ? unknown : shown(shop, await useCases.cancelSimulation(shop, id, staffId));
    }),
  );
  return router;
}
