import type { ProgramId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import type { OrderSnapshot } from '../purchase/purchase.ts';
import type { Claim, ScopedClaim } from '../quote/quote.ts';
import { bestClaim } from '../quote/quote-cart.ts';
import type { HandedOn } from '../referral/referred.ts';
import { evaluateAll } from '../standing/evaluate-all.ts';
import { heldHere } from '../standing/held-here.ts';
import { owedOf } from '../standing/owed.ts';
import type { Facts } from '../standing/standing.ts';
import { explainLines } from './explain-lines.ts';
import { explainPrograms } from './explain-programs.ts';
import type { Explanation } from './explanation.ts';
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
  handedOn: { readonly welcome: ScopedClaim; readonly became: HandedOn | null } | null = null,
): Explanation {
  const { orderId, name, processedAt: at } = snapshot;
  const facts = factsBefore(known, snapshot);
  const standing = evaluateAll(versions, facts, at);
  const isWelcome = handedOn !== null && (handedOn.became === 'counts' || handedOn.became === 'returned');
  const own = owedOf(heldHere(standing, snapshot), versions);
  const owed = isWelcome ? { ...own, claims: [...own.claims, handedOn.welcome] } : own;
  const best = plainClaim(bestClaim(owed.claims));
  const programs = explainPrograms(versions, facts, standing, snapshot);
  const lines = explainLines(snapshot, owed);
  const counted = countedBy(
    lines.flatMap(({ programId }) => programId ?? []),
    best,
  );
  const isAbout = best !== null && lines.some(({ outside }) => !outside.includes(best.programId));
  const verdict = verdictOf(lines, isAbout ? best : null);
  return {
    ...(handedOn === null ? {} : { welcome: { discountBp: handedOn.welcome.discountBp, became: handedOn.became } }),
    ...{ orderId, name, at, programs, best, counted, lines, verdict },
    fromMinor: sumOf(lines, 'fromMinor'),
    toMinor: sumOf(lines, 'toMinor'),
    takenMinor: sumOf(lines, 'takenMinor'),
    causes: causesOf(verdict, snapshot, lines),
  };
}

/** Without the goods it is for, of which there may be hundreds. */
export const plainClaim = (claim: Claim | null): Claim | null =>
  claim === null
    ? null
    : { programId: claim.programId, discountBp: claim.discountBp, ...(claim.with && { with: claim.with }) };

/** Programs that gave something, with those whose percentages are in it. */
export const countedBy = (ids: readonly ProgramId[], best: Claim | null): readonly ProgramId[] => [
  ...new Set(ids.flatMap((id) => (id === best?.programId ? [id, ...(best.with ?? [])] : [id]))),
];
