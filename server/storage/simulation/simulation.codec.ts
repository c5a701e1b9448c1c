import type { Instant, ShopId, SimulationId } from '../../../shared/domain/ids.ts';
import type { Simulation } from '../../app/ports/simulation-store.ts';

/**
 * `isOpen`: it waits or runs; absent once it has ended. `dueAt`: when somebody may begin with it, or take it over;
 * absent once it has ended. `holder`: who works on it.
 */
export type SimulationDoc = Omit<Simulation, 'id'> & {
  readonly shop: ShopId;
  readonly simulationId: SimulationId;
  readonly isOpen?: true;
  readonly dueAt?: Instant;
  readonly holder?: string;
};

export const encodeSimulation = ({ id, ...simulation }: Simulation): Omit<SimulationDoc, 'shop'> => ({
  ...simulation,
  simulationId: id,
  ...(simulation.endedAt === null ? { isOpen: true, dueAt: simulation.createdAt } : {}),
});

/** `result` is absent where it was not asked for. */
export const decodeSimulation = (doc: Omit<SimulationDoc, 'result'> & Partial<SimulationDoc>): Simulation => ({
  id: doc.simulationId,
  state: doc.state,
  asked: doc.asked,
  by: doc.by,
  createdAt: doc.createdAt,
  endedAt: doc.endedAt,
  progress: doc.progress,
  tries: doc.tries,
  errorId: doc.errorId,
  result: doc.result ?? null,
});
