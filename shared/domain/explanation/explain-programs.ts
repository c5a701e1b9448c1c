import type { ProgramVersion } from '../program/program.ts';
import type { BuyingPlace } from '../program/where.ts';
import { madeBy, scopedTo } from '../standing/accumulate.ts';
import { evaluateMade } from '../standing/evaluate.ts';
import type { CustomerStanding, Facts, Standing } from '../standing/standing.ts';
import { basisOf, type Seen } from './basis.ts';
import { behindOf } from './behind.ts';
import type { ExplainedProgram } from './explanation.ts';

/** Every version that counted in a standing, with its rule and the purchases behind it; by program id. */
export function explainPrograms(
  versions: readonly ProgramVersion[],
  facts: Facts,
  { asOf: at, standings }: CustomerStanding,
  place: BuyingPlace,
): readonly ExplainedProgram[] {
  const made = madeBy(facts, at);
  return standings.flatMap((each) => {
    return versionsBehind(each, versions).map((version) => {
      const isAlone = each.kept === undefined;
      const standing = isAlone ? each : evaluateMade(version, facts, made, at);
      return explained({ version, facts, made: scopedTo(version, made), at, standing, place }, each);
    });
  });
}

/** The versions that a standing comes from: whose percentage it is, and whose rewards. */
function versionsBehind({ programId, version, kept }: Standing, versions: readonly ProgramVersion[]) {
  const numbers = new Set([version, kept?.rewardsBy ?? version]);
  return [...numbers].flatMap(
    (number) => versions.find((v) => v.programId === programId && v.version === number) ?? [],
  );
}

function explained(seen: Seen, { kept }: Standing): ExplainedProgram {
  const { programId, version, name, effectiveAt, mechanic, window } = seen.version;
  const basis = basisOf(seen);
  return {
    version: { programId, version, name, effectiveAt, mechanic, window },
    keptBeside: kept === undefined || kept.inForce === version ? null : kept.inForce,
    standing: seen.standing,
    basis,
    behind: behindOf(seen, basis),
  };
}
