import type { Mechanic, Membership } from '../domain/program/program.ts';
import type { Gainer, GainsSummary, Summary } from '../domain/simulation/summary.ts';

/** Why something was not done with a simulation. */
export type SimulationRefusalCode = 'unknown_simulation' | 'simulation_under_way';

export type SimulationStateView = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

// POST /api/simulations (SimulationForm) → SimulationView. One or two programs, each as a version of it or (null) as
// its draft stands now; days are `YYYY-MM-DD` in the shop's time zone, empty: without end.
export type SimulationForm = {
  readonly programs: readonly { readonly programId: string; readonly version: number | null }[];
  readonly fromDay: string;
  readonly toDay: string;
};

// GET /api/simulations → SimulationListView, the newest first
export type SimulationListView = {
  readonly rows: readonly SimulationRowView[];
  /** Whether there is any purchase to simulate over. */
  readonly hasPast: boolean;
};
export type SimulationRowView = {
  readonly id: string;
  readonly state: SimulationStateView;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly programs: readonly SimulatedProgramView[];
  /** Null: without end. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly stage: 'reading' | 'walking';
  /** How far it is, in basis points of the whole. */
  readonly doneBp: number;
  /** Only where it failed. */
  readonly errorId: string | null;
};
/** `version` null: the draft of then. */
export type SimulatedProgramView = {
  readonly programId: string;
  readonly version: number | null;
  readonly name: string;
};

// GET /api/simulations/:id → SimulationView; POST /api/simulations/:id/cancel → SimulationView
export type SimulationView = SimulationRowView & {
  /** What was taken for granted: the margin over unit cost that no line falls below (null: none), and unpaid orders. */
  readonly marginBp: number | null;
  readonly owedCounts: boolean;
  /** One for each program, in their order; null: not done. */
  readonly results: readonly SimulationResultView[] | null;
};
export type SimulationResultView = Omit<Summary, 'gains'> & {
  readonly mechanic: Mechanic;
  readonly membership: Membership;
  /** Whether cards may be handed on, which a simulation knows nothing of. */
  readonly isHandedOn: boolean;
  readonly gains: Omit<GainsSummary, 'top'> & { readonly top: readonly GainerView[] };
};
/** `customerId` null: erased since. */
export type GainerView = Gainer & { readonly name: string };
