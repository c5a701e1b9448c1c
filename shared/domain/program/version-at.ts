import type { Instant } from '../ids.ts';
import type { ProgramVersion } from './program.ts';

/** The version in force at an instant: the latest that began by then and has not ended; null when none is. */
export function versionAt(versions: readonly ProgramVersion[], asOf: Instant): ProgramVersion | null {
  let found: ProgramVersion | null = null;
  for (const version of versions) {
    if (version.effectiveAt <= asOf && version.version > (found?.version ?? 0)) found = version;
  }
  return found !== null && (found.endsAt === null || found.endsAt > asOf) ? found : null;
}
