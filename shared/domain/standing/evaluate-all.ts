import type { Instant, ProgramId } from '../ids.ts';
import { type Counting, countingVersions } from '../program/counting-versions.ts';
import type { ProgramVersion } from '../program/program.ts';
import { type Made, madeBy } from './accumulate.ts';
import { evaluateMade } from './evaluate.ts';
import { keepBetter, tookPartBefore } from './keep-better.ts';
import { sooner } from './sooner.ts';
import type { CustomerStanding, Facts, Standing } from './standing.ts';

/** When a program itself changes after `asOf`: a version begins, one ends, or what it keeps is kept no longer. */
function programChangesAt(versions: readonly ProgramVersion[], asOf: Instant): Instant | null {
  const instants = versions.flatMap((v) => [v.effectiveAt, v.endsAt, v.keeps?.until ?? null]);
  return instants.reduce<Instant | null>((a, b) => (b !== null && b > asOf ? sooner(a, b) : a), null);
}

/** Groups versions by their program, by program id. */
export function byProgram(versions: readonly ProgramVersion[]): ReadonlyMap<ProgramId, readonly ProgramVersion[]> {
  const groups = new Map<ProgramId, ProgramVersion[]>();
  const sorted = [...versions].sort((a, b) => (a.programId < b.programId ? -1 : a.programId > b.programId ? 1 : 0));
  for (const version of sorted) groups.set(version.programId, [...(groups.get(version.programId) ?? []), version]);
  return groups;
}

/** By the version in force and, for who took part before, by those that are kept. */
function evaluateCounting(counting: readonly Counting[], facts: Facts, made: readonly Made[], asOf: Instant) {
  const [inForce, ...kept] = counting;
  if (inForce === undefined) return null;
  const standing = evaluateMade(inForce.version, facts, made, asOf);
  const theirs = kept.filter(({ version, before }) => before !== null && tookPartBefore(version, facts, before));
  if (theirs.length === 0) return standing;
  const older = theirs.map(({ version, until }) => ({ standing: evaluateMade(version, facts, made, asOf), until }));
  return keepBetter([{ standing, until: null }, ...older]);
}

/** All standings of one customer at `asOf`, one per program in force, by program id. */
export function evaluateAll(versions: readonly ProgramVersion[], facts: Facts, asOf: Instant): CustomerStanding {
  const standings: Standing[] = [];
  const made = madeBy(facts, asOf);
  for (const ofProgram of byProgram(versions).values()) {
    const counting = countingVersions(ofProgram, asOf);
    const standing = evaluateCounting(counting, facts, made, asOf);
    if (standing === null) continue;
    const endsAt = counting[0]?.version.endsAt ?? null;
    const end = endsAt === null ? {} : { programEndsAt: endsAt };
    standings.push({ ...standing, ...end, changesAt: sooner(standing.changesAt, programChangesAt(ofProgram, asOf)) });
  }
  return { asOf, standings };
}
