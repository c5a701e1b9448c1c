import { DAY_MS } from '../calendar/day.ts';
import type { Instant } from '../ids.ts';

/** The median gap between purchases in whole days; null under three purchases: two say nothing about a habit. */
export function usualIntervalDays(purchasedAt: readonly Instant[]): number | null {
  if (purchasedAt.length < 3) return null;
  const at = [...purchasedAt].sort((a, b) => a - b);
  const gaps = at.slice(1).map((instant, i) => instant - (at[i] ?? instant));
  gaps.sort((a, b) => a - b);
  const upper = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const lower = gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
  return Math.round((upper + lower) / 2 / DAY_MS);
}
