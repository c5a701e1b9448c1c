import { assertNever } from '../assert.ts';
import type { WindowBounds } from '../calendar/window.ts';
import { windowAt } from '../calendar/window.ts';
import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { ProgramVersion } from '../program/program.ts';
import { accumulate, inOrder, within } from './accumulate.ts';
import { evaluateLevels, type LevelStanding } from './levels.ts';
import { manualLevel } from './manual-level.ts';
import { type Part, partOf } from './membership.ts';
import type { Facts, Standing } from './standing.ts';

function evaluateMechanic(version: ProgramVersion, facts: Facts, part: Part, asOf: Instant): LevelStanding {
  const terms = { owedCounts: facts.owedCounts };
  const ordered = inOrder(facts.purchases, terms);
  const { mechanic } = version;
  switch (mechanic.kind) {
    case 'levels':
      return evaluateLevels({ version, mechanic, ordered, part, asOf, terms });
    case 'fixed': {
      const bounds: WindowBounds = windowAt(version.window, version.timeZone, asOf, part.issuedAt);
      const has = accumulate(within(ordered, bounds, part.countsFrom), asOf, terms);
      const { startsAt, endsAt } = bounds;
      return { windowStartsAt: startsAt, windowEndsAt: endsAt, ...has, level: null, next: null, changesAt: endsAt };
    }
    default:
      return assertNever(mechanic);
  }
}

function earnedBp({ mechanic }: ProgramVersion, level: number | null): BasisPoints {
  if (mechanic.kind === 'fixed') return mechanic.discountBp;
  return level === null ? 0 : (mechanic.levels[level]?.discountBp ?? 0);
}

/**
 * A customer's state in a program at `asOf`: a pure function of the version and the set of facts, so the order and
 * the number of their arrivals make no difference (rules 1, 6.1). What it gives is for the next purchase.
 */
export function evaluate(version: ProgramVersion, facts: Facts, asOf: Instant): Standing {
  const part = partOf(version, facts, asOf);
  const found = evaluateMechanic(version, facts, part, asOf);
  const givenBp = manualLevel(facts.manual, version.programId, asOf);
  return {
    programId: version.programId,
    version: version.version,
    takesPart: part.takesPart,
    ...found,
    givenBp,
    discountBp: part.takesPart ? Math.max(givenBp, earnedBp(version, found.level)) : 0,
  };
}
