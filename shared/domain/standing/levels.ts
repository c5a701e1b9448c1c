import type { Level, Levels } from '../program/program.ts';
import { type Accumulated, type Course, course, type Made, sumOf } from './accumulate.ts';
import type { Held } from './held.ts';
import type { Standing } from './standing.ts';

const NO_LEVEL = -1;

function isReached(level: Level, has: Accumulated, by: Levels['reachedBy']): boolean {
  const bySpent = level.fromSpentMinor === null ? null : has.spentMinor >= level.fromSpentMinor;
  const byCount = level.fromPurchases === null ? null : has.purchases >= level.fromPurchases;
  return by === 'any' ? bySpent === true || byCount === true : bySpent !== false && byCount !== false;
}

/** Index of the highest level the accumulation reaches; -1: none. */
export function reached(mechanic: Levels, has: Accumulated): number {
  return mechanic.levels.findLastIndex((level) => isReached(level, has, mechanic.reachedBy));
}

type Asked = Course & {
  readonly held: Held;
  /** The window before, where its level holds on (rules 2.3); null: it does not. */
  readonly before: Held | null;
};

/**
 * The level that a window's purchases earned: by what is left of them now, or the highest ever reached. Of a window
 * that has ended only returns are later, and they reach nothing.
 */
function earned(mechanic: Levels, made: readonly Made[], asked: Asked): number {
  if (mechanic.afterRefund === 'follows') return reached(mechanic, sumOf(made));
  return course(made, asked).reduce((best, has) => Math.max(best, reached(mechanic, has)), NO_LEVEL);
}

/** What is missing to the level above; null at the top. */
function nextOf(mechanic: Levels, level: number, has: Accumulated): Standing['next'] {
  const next = mechanic.levels[level + 1];
  if (next === undefined) return null;
  return {
    level: level + 1,
    missingSpentMinor: Math.max(0, (next.fromSpentMinor ?? 0) - has.spentMinor),
    missingPurchases: Math.max(0, (next.fromPurchases ?? 0) - has.purchases),
  };
}

/** Rules 2.2 and 2.3: the level that the window reached, or the one before it where the program lets it hold on. */
export function evaluateLevels(mechanic: Levels, asked: Asked): Pick<Standing, 'level' | 'next'> {
  const { held, before } = asked;
  const now = earned(mechanic, held.made, asked);
  const kept = before === null ? NO_LEVEL : earned(mechanic, before.made, asked);
  const level = Math.max(now, kept);
  return { level: level === NO_LEVEL ? null : level, next: nextOf(mechanic, level, sumOf(held.made)) };
}
