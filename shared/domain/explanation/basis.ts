import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import type { Levels, ProgramVersion } from '../program/program.ts';
import { type BuyingPlace, holdsAt } from '../program/where.ts';
import type { Made } from '../standing/accumulate.ts';
import { evaluateMade } from '../standing/evaluate.ts';
import type { Facts, Standing } from '../standing/standing.ts';
import { percentAt } from '../standing/step-up.ts';
import type { Basis } from './explanation.ts';

/** What a program saw of a customer at an instant. */
export type Seen = {
  readonly version: ProgramVersion;
  readonly facts: Facts;
  readonly made: readonly Made[];
  readonly at: Instant;
  readonly standing: Standing;
  readonly place: BuyingPlace;
};

/** Since when there is a card of the program, also one that came later. */
function cardSince({ facts, version }: Seen): Instant | null {
  const since = facts.cards.filter((card) => card.programId === version.programId).map(({ issuedAt }) => issuedAt);
  return since.length === 0 ? null : Math.min(...since);
}

function reachedBy({ version, facts, made, at }: Seen, mechanic: Levels, level: number) {
  const reaches = (other: Levels): boolean =>
    evaluateMade({ ...version, mechanic: other }, facts, made, at).level === level;
  if (reaches({ ...mechanic, afterRefund: 'follows', holds: 'window' })) return 'now';
  return reaches({ ...mechanic, holds: 'window' }) ? 'stayed' : 'window_before';
}

function earned(seen: Seen): Basis {
  const { version, standing } = seen;
  const { mechanic } = version;
  switch (mechanic.kind) {
    case 'fixed':
      return { kind: 'fixed' };
    case 'marks':
      return { kind: 'marks' };
    case 'nth_item':
      return { kind: 'items' };
    case 'levels':
      if (standing.level === null) return { kind: 'nothing' };
      return { kind: 'level', level: standing.level, reached: reachedBy(seen, mechanic, standing.level) };
    case 'step_up':
      return { kind: 'steps', position: standing.position };
    default:
      return assertNever(mechanic);
  }
}

function earnedBp({ version: { mechanic }, standing: { level, position } }: Seen): number {
  if (mechanic.kind === 'fixed') return mechanic.discountBp;
  if (mechanic.kind === 'step_up') return percentAt(mechanic, position);
  return level === null || mechanic.kind !== 'levels' ? 0 : (mechanic.levels[level]?.discountBp ?? 0);
}

/** Where the percentage of a standing came from; a hand counts only where it gave more than was earned (rules 2.2). */
export function basisOf(seen: Seen): Basis {
  const { standing, version, place } = seen;
  if (!holdsAt(version.where, place)) return { kind: 'elsewhere' };
  if (!standing.takesPart) return { kind: 'no_card', cardSince: cardSince(seen) };
  return standing.givenBp > earnedBp(seen) ? { kind: 'by_hand' } : earned(seen);
}
