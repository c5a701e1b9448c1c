import type { Fault } from '../../../shared/domain/fault.ts';
import type { Instant, ProgramId } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { type Scope, scopeText } from '../../../shared/domain/program/scope.ts';
import { versionAt } from '../../../shared/domain/program/version-at.ts';
import { byProgram } from '../../../shared/domain/standing/evaluate-all.ts';

type Planned = {
  readonly programId: ProgramId;
  readonly scope: Scope | undefined;
  readonly from: Instant;
  /** When the program ends by itself; null: not planned. */
  readonly to: Instant | null;
  /** The version that holders keep beside the planned one (decision 0065); null: none. */
  readonly kept: ProgramVersion | null;
};

type Span = Pick<Planned, 'from' | 'to'>;

/** Versions of one program that are in force at an instant, or come into force after it and before another. */
function fromThenOn(versions: readonly ProgramVersion[], { from, to }: Span): readonly ProgramVersion[] {
  const starts = versions.map(({ effectiveAt }) => effectiveAt).filter((at) => at > from && (to === null || at < to));
  return [from, ...starts].flatMap((at) => versionAt(versions, at) ?? []);
}

/**
 * Checkout reads the goods of a shop's programs from one mark on each variant, so all that run at the same time must be
 * about the same goods, and so must a version that is kept beside another (decision 0055). Names the first that is not.
 */
export function checkScope(
  { programId, scope, from, to, kept }: Planned,
  versions: readonly ProgramVersion[],
): readonly Fault[] {
  if (kept !== null && scopeText(kept.scope) !== scopeText(scope))
    return [{ path: 'scope', code: 'kept_scope_differs' }];
  for (const [id, ofProgram] of byProgram(versions)) {
    const other = fromThenOn(ofProgram, { from, to }).find((version) => scopeText(version.scope) !== scopeText(scope));
    if (id !== programId && other !== undefined)
      return [{ path: 'scope', code: 'scope_differs', facts: { program: other.name } }];
  }
  return [];
}
