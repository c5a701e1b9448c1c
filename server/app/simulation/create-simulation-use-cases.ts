import type { UseCaseDeps } from '../use-case-deps.ts';
import { createCancelSimulation } from './cancel-simulation.ts';
import { createRunNextSimulation } from './run-next-simulation.ts';
import type { SimulationUseCases } from './simulation-use-cases.ts';
import { createStartSimulation } from './start-simulation.ts';

/** Simulations over the shop's own past (product D8, decision 0068). */
export const createSimulationUseCases = (deps: UseCaseDeps): SimulationUseCases => ({
  startSimulation: createStartSimulation(deps),
  cancelSimulation: createCancelSimulation(deps),
  runNextSimulation: createRunNextSimulation(deps),
});
