import type { Simulation } from '../../../server/app/ports/simulation-store.ts';
import type { SimulationId } from '../../../shared/domain/ids.ts';
import type { Summary } from '../../../shared/domain/simulation/summary.ts';
import { customer, program } from '../../app/builders.ts';
import { NOW } from '../../app/set-up.ts';
import { aProgram } from './a-program.ts';

export const simulationId = (n: number) => `sim_${String(n).padStart(10, '0')}` as SimulationId;

/** A simulation of one program over everything, that waits; unless said otherwise. */
export function aSimulation(n: number, said: Partial<Simulation> = {}): Simulation {
  const { programId: _id, version: _version, effectiveAt: _from, endsAt: _to, ...read } = aProgram();
  const programs = [{ programId: program(1), version: 1, program: read }];
  return {
    id: simulationId(n),
    state: 'waiting',
    asked: { programs, from: null, before: null, marginBp: null, owedCounts: false },
    by: 'staff 1',
    createdAt: NOW,
    endedAt: null,
    progress: { stage: 'reading', doneBp: 0 },
    tries: 0,
    errorId: null,
    result: null,
    ...said,
  };
}

/** What came of it, where these customers gain most. */
export const aSummary = (gainers: readonly number[]): Summary => ({
  totals: {
    customers: 3,
    cards: 0,
    orders: 4,
    amountMinor: 40_000,
    discountMinor: 1_000,
    bookedMinor: 39_000,
    returnedMinor: 0,
    floorSavedMinor: 0,
    discountedMinor: 9_000,
  },
  rewards: null,
  margin: null,
  gains: {
    customers: gainers.length,
    top: gainers.map((n) => ({ customerId: customer(n), discountMinor: 500, bookedMinor: 9_000 })),
    tenthsMinor: gainers.map(() => 500),
  },
  groups: [{ kind: 'owed', fromBp: 0, toBp: 0 }],
  months: [],
  places: [],
  nobodys: { orders: 1, amountMinor: 100 },
  endsAt: NOW,
});
