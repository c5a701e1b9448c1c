import type { Cause } from '../../../shared/domain/journal/journal.ts';
import type { CustomerStanding, Standing } from '../../../shared/domain/standing/standing.ts';

/** The version in force for everybody, whichever one the standing keeps. */
const inForceOf = ({ kept, version }: Standing): number => kept?.inForce ?? version;

/** Why a standing that no order touched is another one: a program, time, or (what should not be) an error mended. */
export function causeOfDifference(before: CustomerStanding | null, after: CustomerStanding): Cause {
  if (before === null) return { kind: 'entered' };
  const known = new Map(before.standings.map((s) => [s.programId, inForceOf(s)]));
  const begun = after.standings.find((s) => known.get(s.programId) !== inForceOf(s));
  if (begun !== undefined) return { kind: 'program_published', programId: begun.programId, version: inForceOf(begun) };
  const ended = before.standings.find((s) => !after.standings.some((one) => one.programId === s.programId));
  if (ended !== undefined) return { kind: 'program_ended', programId: ended.programId };
  const isTime = before.standings.some((s) => s.changesAt !== null && s.changesAt <= after.asOf);
  return isTime ? { kind: 'time_passed' } : { kind: 'rebuilt' };
}
