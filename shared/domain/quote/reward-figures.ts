import type { RewardsOwed } from './rewards.ts';

/** Where each of them stands in a row of figures. */
export const AFTER = 0;
export const SHARE = 1;
export const OPTIONS = 2;
export const PROGRESS = 3;
export const COUNTED = 4;
export const DEFICIT = 5;
export const READY = 6;

/** As many as a basket is told of; the others wait behind them. */
export const READY_LISTED_MAX = 5;
const AFTER_MAX = 1_000;
const BP_MAX = 10_000;
const MINOR_MAX = 2 ** 45;

/**
 * Rewards in figures: after so many items, share in basis points, options (1: the surplus carries, 2: the rewarded item
 * counts), items counted, what they came to, items missing, then what each waiting reward is worth, oldest first.
 */
export const rewardFigures = (owed: RewardsOwed): number[] => [
  owed.after,
  owed.shareBp,
  (owed.carries ? 1 : 0) + (owed.counts ? 2 : 0),
  owed.progress,
  owed.countedMinor,
  owed.deficit,
  ...owed.readyMinor,
];

/** Reads what `rewardFigures` wrote; null for anything else. */
export function readRewardFigures(figures: readonly unknown[]): RewardsOwed | null {
  const isWhole = figures.every((n) => Number.isInteger(n) && (n as number) >= 0 && (n as number) <= MINOR_MAX);
  if (!isWhole || figures.length < READY || figures.length > READY + READY_LISTED_MAX) return null;
  const [after = 0, shareBp = 0, options = 0, progress = 0, countedMinor = 0, deficit = 0, ...readyMinor] =
    figures as readonly number[];
  if (after < 1 || after > AFTER_MAX || shareBp > BP_MAX || options > 3 || progress >= after) return null;
  const chosen = { carries: options % 2 === 1, counts: options > 1 };
  return { after, shareBp, progress, countedMinor, deficit, readyMinor, ...chosen };
}
