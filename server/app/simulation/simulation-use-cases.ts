import type { Fault } from '../../../shared/domain/fault.ts';
import type { ProgramId, ShopId, SimulationId } from '../../../shared/domain/ids.ts';
import type { Result } from '../../../shared/domain/result.ts';
import type { By } from '../by.ts';
import type { Simulation } from '../ports/simulation-store.ts';

/**
 * What is to be simulated: one or two programs, each as a version of it or (null) as its draft stands now, over days
 * as they are typed, `YYYY-MM-DD` in the shop's time zone; empty: without end.
 */
export type StartSimulation = {
  readonly programs: readonly { readonly programId: ProgramId; readonly version: number | null }[];
  readonly fromDay: string;
  readonly toDay: string;
};

/** What the app can do with simulations over the shop's own past (product D8, decision 0068). */
export type SimulationUseCases = {
  readonly startSimulation: (
    shop: ShopId,
    asked: StartSimulation,
    by: By,
  ) => Promise<
    Result<
      Simulation,
      | { readonly code: 'unknown_program' | 'simulation_under_way' }
      | { readonly code: 'faults'; readonly faults: readonly Fault[] }
    >
  >;
  /** Ends one that waits or runs; one that has ended stays as it is. */
  readonly cancelSimulation: (
    shop: ShopId,
    id: SimulationId,
    by: By,
  ) => Promise<Result<Simulation, { readonly code: 'unknown_simulation' }>>;
  /**
   * Works on the simulation of any shop that waits longest, to its end; false: none waits. Aborting gives it back, to
   * be begun anew by whoever comes next.
   */
  readonly runNextSimulation: (signal: AbortSignal) => Promise<boolean>;
};
