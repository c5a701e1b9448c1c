import { leavesAt, type WindowBounds, windowAt, windowBefore } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import type { Level, Levels, ProgramVersion } from '../program/program.ts';
import type { Terms } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { type Accumulated, accumulate, course, within } from './accumulate.ts';
import type { Part } from './membership.ts';
import type { Standing } from './standing.ts';

const NO_LEVEL = -1;

function isReached(level: Level, has: Accumulated, by: Levels['reachedBy']): boolean {
  const bySpent = level.fromSpentMinor === null ? null : has.spentMinor >= level.fromSpentMinor;
  const byCount = level.fromPurchases === null ? null : has.purchases >= level.fromPurchases;
  return by === 'any' ? bySpent === true || byCount === true : bySpent !== false && byCount !== false;
}

/** Index of the highest level the accumulation reaches; -1: none. */
function reached(mechanic: Levels, has: Accumulated): number {
  return mechanic.levels.findLastIndex((level) => isReached(level, has, mechanic.reachedBy));
}

type Asked = {
  readonly version: ProgramVersion;
  readonly mechanic: Levels;
  readonly ordered: readonly Purchase[];
  readonly part: Part;
  readonly asOf: Instant;
  readonly terms: Terms;
};

/** The level a window earned, judged at `until`: the net of that instant, or the highest ever reached in it. */
function levelOf({ mechanic, ordered, part, terms }: Asked, bounds: WindowBounds, until: Instant): number {
  const held = within(ordered, bounds, part.countsFrom);
  if (mechanic.afterRefund === 'follows') return reached(mechanic, accumulate(held, until, terms));
  return course(held, until, terms).reduce((best, has) => Math.max(best, reached(mechanic, has)), NO_LEVEL);
}

/** What the window before this one earned and still gives (rules 2.3, "holds through the next window"). */
function levelHeld(asked: Asked, bounds: WindowBounds): number {
  if (asked.mechanic.holds !== 'next_window') return NO_LEVEL;
  const { version, part } = asked;
  const before = windowBefore(version.window, version.timeZone, bounds.startsAt, part.issuedAt);
  if (before === null) return NO_LEVEL;
  const end = (before.endsAt ?? asked.asOf) - 1;
  return levelOf(asked, before, asked.mechanic.afterRefund === 'follows' ? asked.asOf : end);
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

export type LevelStanding = Pick<
  Standing,
  'windowStartsAt' | 'windowEndsAt' | 'spentMinor' | 'purchases' | 'items' | 'level' | 'next' | 'changesAt'
>;

/** Rules 2.2 and 2.3: accumulation in the window, the level it reaches, and what time alone will change. */
export function evaluateLevels(asked: Asked): LevelStanding {
  const { version, mechanic, ordered, part, asOf, terms } = asked;
  const bounds = windowAt(version.window, version.timeZone, asOf, part.issuedAt);
  const held = within(ordered, bounds, part.countsFrom).filter((p) => (p.snapshot?.processedAt ?? 0) <= asOf);
  const has = accumulate(held, asOf, terms);
  const level = Math.max(levelOf(asked, bounds, asOf), levelHeld(asked, bounds));
  const oldest = held[0]?.snapshot?.processedAt ?? null;
  const leaves = oldest === null ? null : leavesAt(version.window, version.timeZone, oldest, asOf);
  const rolls = version.window.kind === 'rolling_days' || version.window.kind === 'rolling_months';
  return {
    windowStartsAt: rolls ? null : bounds.startsAt,
    windowEndsAt: bounds.endsAt,
    ...has,
    level: level === NO_LEVEL ? null : level,
    next: nextOf(mechanic, level, has),
    changesAt: bounds.endsAt ?? leaves,
  };
}
