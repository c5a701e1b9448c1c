import type { Instant } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';

/** The version of one program that was published last; null: none was. */
export const newest = (versions: readonly ProgramVersion[]): ProgramVersion | null =>
  versions.reduce<ProgramVersion | null>((a, b) => (a === null || b.version > a.version ? b : a), null);

/** Whether a version has ended by now, and with it its program. */
export const isEnd = (version: ProgramVersion, now: Instant): boolean =>
  version.endsAt !== null && version.endsAt <= now;
