import type { Instant, ProgramId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { versionAt } from '../program/version-at.ts';
import { madeBy } from './accumulate.ts';
import { evaluateMade } from './evaluate.ts';
import { sooner } from './sooner.ts';
import type { CustomerStanding, Facts, Standing } from './standing.ts';

/** When a program itself changes after `asOf`: its next version begins or the one in force ends. */
function programChangesAt(versions: readonly ProgramVersion[], asOf: Instant): Instant | null {
  const instants = versions.flatMap((v) => [v.effectiveAt, v.endsAt]).filter((at) => at !== null && at > asOf);
  return instants.reduce<Instant | null>((a, b) => sooner(a, b), null);
}

/** Groups versions by their program, by program id. */
export function byProgram(versions: readonly ProgramVersion[]): ReadonlyMap<ProgramId, readonly ProgramVersion[]> {
  const groups = new Map<ProgramId, ProgramVersion[]>();
  const sorted = [...versions].sort((a, b) => (a.programId < b.programId ? -1 : a.programId > b.programId ? 1 : 0));
  for (const version of sorted) groups.set(version.programId, [...(groups.get(version.programId) ?? []), version]);
  return groups;
}

/** All standings of one customer at `asOf`, one per program in force, by program id. */
export function evaluateAll(versions: readonly ProgramVersion[], facts: Facts, asOf: Instant): CustomerStanding {
  const standings: Standing[] = [];
  const made = madeBy(facts, asOf);
  for (const ofProgram of byProgram(versions).values()) {
    const version = versionAt(ofProgram, asOf);
    if (version === null) continue;
    const standing = evaluateMade(version, facts, made, asOf);
    standings.push({ ...standing, changesAt: sooner(standing.changesAt, programChangesAt(ofProgram, asOf)) });
  }
  return { asOf, standings };
}
