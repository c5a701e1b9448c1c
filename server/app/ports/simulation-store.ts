import type { CustomerId, Instant, ProgramId, ShopId, SimulationId } from '../../../shared/domain/ids.ts';
import type { BasisPoints } from '../../../shared/domain/money/money.ts';
import type { ReadDraft } from '../../../shared/domain/program/read-draft.ts';
import type { Summary } from '../../../shared/domain/simulation/summary.ts';
import type { By } from '../by.ts';

/** `waiting`: nobody works on it yet. */
export type SimulationState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A program as it was when the simulation was asked for. `version` null: the draft of then. */
export type SimulatedProgram = {
  readonly programId: ProgramId;
  readonly version: number | null;
  readonly program: ReadDraft;
};

/**
 * What is simulated: one or two programs over purchases from an instant on up to before another one (null: without
 * end). `marginBp` null: no margin floor. `owedCounts`: whether what is not paid yet is a purchase.
 */
export type Asked = {
  readonly programs: readonly SimulatedProgram[];
  readonly from: Instant | null;
  readonly before: Instant | null;
  readonly marginBp: BasisPoints | null;
  readonly owedCounts: boolean;
};

/** How far it is, in basis points of the whole, and at what. */
export type Progress = { readonly stage: 'reading' | 'walking'; readonly doneBp: BasisPoints };

export type Simulation = {
  readonly id: SimulationId;
  readonly state: SimulationState;
  readonly asked: Asked;
  readonly by: By;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly progress: Progress;
  /** How often somebody began with it. */
  readonly tries: number;
  /** To be found again in the log; only where it failed. */
  readonly errorId: string | null;
  /** One for each program, in their order; only where it is done. */
  readonly result: readonly Summary[] | null;
};

/** What is put down at the end. */
export type Ending =
  | { readonly state: 'done'; readonly result: readonly Summary[] }
  | { readonly state: 'failed'; readonly errorId: string };

/** A worker's hold on a simulation: nobody else's until `until`. */
export type Hold = { readonly holder: string; readonly until: Instant };

export type SimulationStore = {
  /** One of a shop waits or runs at a time: `under_way` where there is one already. */
  readonly create: (shop: ShopId, simulation: Simulation) => Promise<'created' | 'under_way'>;
  readonly find: (shop: ShopId, id: SimulationId) => Promise<Simulation | null>;
  /** The newest first, without their results. */
  readonly list: (shop: ShopId, max: number) => Promise<readonly Simulation[]>;
  /** The one of any shop that waits longest, or whose worker has been silent for too long; it runs then. */
  readonly claim: (
    now: Instant,
    hold: Hold,
  ) => Promise<{ readonly shop: ShopId; readonly simulation: Simulation } | null>;
  /** `lost`: cancelled, or somebody else's. */
  readonly progress: (shop: ShopId, id: SimulationId, hold: Hold, progress: Progress) => Promise<'kept' | 'lost'>;
  /** Gives it back: it waits again, from `until` on. */
  readonly giveBack: (shop: ShopId, id: SimulationId, hold: Hold) => Promise<'kept' | 'lost'>;
  readonly end: (
    shop: ShopId,
    id: SimulationId,
    holder: string,
    at: Instant,
    ending: Ending,
  ) => Promise<'kept' | 'lost'>;
  /** Ends one that waits or runs; one that has ended stays as it is. Answers how it stands; null: there is none. */
  readonly cancel: (shop: ShopId, id: SimulationId, at: Instant) => Promise<SimulationState | null>;
  /** Removes all that have ended but the newest so many. */
  readonly dropOld: (shop: ShopId, kept: number) => Promise<number>;
  /** Privacy: names somebody in no result any more. Repeatable; answers in how many. */
  readonly forgetCustomer: (shop: ShopId, customerId: CustomerId) => Promise<number>;
};
