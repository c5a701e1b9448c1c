import type { ProgramVersion } from '../program/program.ts';
import type { OrderSnapshot } from '../purchase/purchase.ts';
import type { Claim } from '../quote/quote.ts';
import { bestClaim } from '../quote/quote-cart.ts';
import { madeBy, scopedTo } from '../standing/accumulate.ts';
import { evaluateMade } from '../standing/evaluate.ts';
import { evaluateAll } from '../standing/evaluate-all.ts';
import { owedOf } from '../standing/owed.ts';
import type { Facts, Standing } from '../standing/standing.ts';
import { basisOf, type Seen } from './basis.ts';
import { behindOf } from './behind.ts';
import { explainLines } from './explain-lines.ts';
import type { ExplainedProgram, Explanation } from './explanation.ts';
import { factsBefore } from './facts-before.ts';
import { causesOf, sumOf, verdictOf } from './verdict.ts';

/**
 * Why the discount of an order is what it is: the standing just before it, without the order itself (rules 1), what
 * that owed, and what was taken. By the facts as they are known now, so what was told late is in it (decision 0051).
 */
export function explainPurchase(
  versions: readonly ProgramVersion[],
  known: Facts,
  snapshot: OrderSnapshot,
): Explanation {
  const { orderId, name, processedAt: at } = snapshot;
  const facts = factsBefore(known, snapshot);
  const standing = evaluateAll(versions, facts, at);
  const owed = owedOf(standing, versions);
  const best = plain(bestClaim(owed.claims));
  const made = madeBy(facts, at);
  const programs = standing.standings.flatMap((each) => {
    return versionsBehind(each, versions).map((version) => {
      const isAlone = each.kept === undefined;
      const standing = isAlone ? each : evaluateMade(version, facts, made, at);
      return explained({ version, facts, made: scopedTo(version.scope, made), at, standing }, each);
    });
  });
  const lines = explainLines(snapshot, owed);
  const counted = [...new Set(lines.flatMap(({ programId }) => programId ?? []))];
  const isAbout = best !== null && lines.some(({ outside }) => !outside.includes(best.programId));
  const verdict = verdictOf(lines, isAbout ? best : null);
  return {
    ...{ orderId, name, at, programs, best, counted, lines, verdict },
    fromMinor: sumOf(lines, 'fromMinor'),
    toMinor: sumOf(lines, 'toMinor'),
    takenMinor: sumOf(lines, 'takenMinor'),
    causes: causesOf(verdict, snapshot, lines),
  };
}

/** Without the goods it is for, of which there may be hundreds. */
const plain = (claim: Claim | null): Claim | null =>
  claim === null ? null : { programId: claim.programId, discountBp: claim.discountBp };

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
