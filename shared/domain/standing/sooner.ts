import type { Instant } from '../ids.ts';

/** The earlier of two instants at which something changes; null: never. */
export const sooner = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
