import type { Instant } from './things.ts';

/** The sandbox's time. Handed in, and settable so that a shop's past can be told. */
export type WorldClock = {
  readonly now: () => Instant;
  /** Stands still at that instant; null: goes on as the clock handed in. */
  readonly set: (at: Instant | null) => void;
  readonly advance: (ms: number) => void;
};

export function createWorldClock(real: () => Instant = Date.now): WorldClock {
  let fixed: Instant | null = null;
  const now = () => fixed ?? real();
  return {
    now,
    set: (at) => {
      fixed = at;
    },
    advance: (ms) => {
      fixed = now() + ms;
    },
  };
}
