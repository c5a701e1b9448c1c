/**
 * What goes wrong with a call of the Admin API. `throttled`: a THROTTLED answer; `hang`: no answer; `drop`: it is acted
 * on and the answer never arrives; `html`: a page of something in between.
 */
export type FaultKind = 'server_error' | 'too_many' | 'throttled' | 'hang' | 'drop' | 'html';

/** Faults for the next calls, first come first served. */
export type Faults = {
  /** The next `times` calls, or only those of one operation by its name, go wrong like this. */
  readonly next: (kind: FaultKind, times?: number, operation?: string) => void;
  /** How long every call takes at least. */
  readonly slow: (ms: number) => void;
  readonly clear: () => void;
  readonly left: () => number;
  /** What goes wrong with the call at hand; null: nothing. */
  readonly take: (operation: string | null) => FaultKind | null;
  readonly slowMs: () => number;
};

export function createFaults(): Faults {
  const waiting: { readonly kind: FaultKind; readonly operation: string | null }[] = [];
  let ms = 0;
  return {
    next: (kind, times = 1, operation) => {
      for (let i = 0; i < times; i++) waiting.push({ kind, operation: operation ?? null });
    },
    slow: (slowMs) => {
      ms = slowMs;
    },
    clear: () => {
      waiting.length = 0;
      ms = 0;
    },
    left: () => waiting.length,
    take: (operation) => {
      const at = waiting.findIndex((fault) => fault.operation === null || fault.operation === operation);
      return at < 0 ? null : (waiting.splice(at, 1)[0]?.kind ?? null);
    },
    slowMs: () => ms,
  };
}
