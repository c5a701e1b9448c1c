import type { StandingView } from '../../../shared/contract/api.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import type { Standing } from '../../../shared/domain/standing/standing.ts';

/** A standing with the words of the version it was worked out with. A standing without its version is not shown. */
export function standingViews(
  standings: readonly Standing[],
  versions: readonly ProgramVersion[],
): readonly StandingView[] {
  return standings.flatMap((standing) => {
    const version = versions.find((v) => v.programId === standing.programId && v.version === standing.version);
    if (version === undefined) return [];
    const { mechanic, window, name: programName } = version;
    const nameOf = (level: number | null): string | null =>
      level === null || mechanic.kind !== 'levels' ? null : (mechanic.levels[level]?.name ?? null);
    const nextLevelName = nameOf(standing.next?.level ?? null);
    return [{ standing, programName, levelName: nameOf(standing.level), nextLevelName, mechanic, window }];
  });
}
