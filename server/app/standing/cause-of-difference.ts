import type { Cause } from '../../../shared/domain/journal/journal.ts';
import type { CustomerStanding } from '../../../shared/domain/standing/standing.ts';

/** Why a standing that no order touched is another one: a program, time, or (what should not be) an error mended. */
export function causeOfDifference(before: CustomerStanding | null, after: CustomerStanding): Cause {
  if (before === null) return { kind: 'entered' };
  const known = new Map(before.standings.map((s) => [s.programId, s]));
  const begun = after.standings.find((s) => known.get(s.programId)?.version !== s.version);
  if (begun !== undefined) return { kind: 'program_published', programId: begun.programId, version: begun.version };
  const ended = before.standings.find((s) => !after.standings.some((one) => one.programId === s.programId));
  if (ended !== undefined) return { kind: 'program_ended', programId: ended.programId };
  const isTime = before.standings.some((s) => s.changesAt !== null && s.changesAt <= after.asOf);
  return isTime ? { kind: 'time_passed' } : { kind: 'rebuilt' };
}
