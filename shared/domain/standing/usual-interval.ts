import { DAY_MS } from '../calendar/day.ts';
import type { Instant } from '../ids.ts';

/** Median of the days between purchases, whole days; null under three purchases. */
export function usualIntervalDays(madeAt: readonly Instant[]): number | null {
  if (madeAt.length < 3) return null;
  const sorted = [...madeAt].sort((a, b) => a - b);
  const gaps = sorted
    .slice(1)
    .map((at, i) => at - (sorted[i] ?? at))
    .sort((a, b) => a - b);
  return Math.round((gaps[Math.floor((gaps.length - 1) / 2)] ?? 0) / DAY_MS);
}
