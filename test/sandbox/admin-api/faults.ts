/** What goes wrong with a call of the Admin API. `drop`: it is acted on and the answer never arrives. */
export type FaultKind = 'server_error' | 'too_many' | 'throttled' | 'hang' | 'drop' | 'html';

/** Faults for the next calls, first come first served. */
export type Faults = {
  /** The next `times` calls (or only those of one operation name) go wrong like this. */
  readonly next: (kind: FaultKind, times?: number, operation?: string) => void;
  readonly clear: () => void;
  readonly left: () => number;
};
