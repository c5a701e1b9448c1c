import type { Instant } from '../ids.ts';
import { sooner } from '../standing/sooner.ts';
import type { ProgramVersion } from './program.ts';
import { versionAt } from './version-at.ts';

/**
 * A version that may count for somebody. `before`: only for who took part before that instant, null: for everybody;
 * `until`: kept only up to that instant, null: for good.
 */
export type Counting = {
  readonly version: ProgramVersion;
  readonly before: Instant | null;
  readonly until: Instant | null;
};

/** The one that was in force just before a version began. */
const beforeOf = (versions: readonly ProgramVersion[], { version, effectiveAt }: ProgramVersion) =>
  versionAt(
    versions.filter((one) => one.version < version),
    effectiveAt - 1,
  );

/** Whether what a version keeps is still kept, and what it keeps has not ended by itself. */
const isKept = ({ keeps }: ProgramVersion, { endsAt }: ProgramVersion, asOf: Instant): boolean =>
  keeps !== undefined && (keeps.until === null || keeps.until > asOf) && (endsAt === null || endsAt > asOf);

/**
 * The versions of one program that may count at an instant, newest first: the one in force, the one it keeps, the one
 * that this keeps, and so on (decision 0065). None: the program is not running.
 */
export function countingVersions(versions: readonly ProgramVersion[], asOf: Instant): readonly Counting[] {
  const inForce = versionAt(versions, asOf);
  if (inForce === null) return [];
  const counting: Counting[] = [{ version: inForce, before: null, until: null }];
  let until: Instant | null = null;
  for (let version = inForce; version.keeps !== undefined; ) {
    const before = beforeOf(versions, version);
    if (before === null || !isKept(version, before, asOf)) break;
    until = sooner(until, sooner(version.keeps.until, before.endsAt));
    counting.push({ version: before, before: version.effectiveAt, until });
    version = before;
  }
  return counting;
}
