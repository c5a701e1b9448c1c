import type { Instant, ProgramId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { holdsOf } from '../program/scope.ts';
import { versionAt } from '../program/version-at.ts';
import { holdsAt } from '../program/where.ts';
import { netPurchase } from '../purchase/net-purchase.ts';
import type { NetPurchase } from '../purchase/purchase.ts';
import { byProgram } from './evaluate-all.ts';
import type { Facts } from './standing.ts';

/**
 * Whether a purchase, net, is one at which a version hands its card over: where it holds, and of at least its amount in
 * its goods.
 */
export function earnsCard({ membership, scope, where }: Pick<ProgramVersion, 'membership' | 'scope' | 'where'>) {
  const holds = holdsOf(scope);
  return ({ lines, place }: NetPurchase): boolean => {
    if (!holdsAt(where, place)) return false;
    let amountMinor = 0;
    for (const line of lines) if (holds(line.productId)) amountMinor += line.amountMinor;
    return membership.kind === 'card' && amountMinor > 0 && amountMinor >= membership.fromMinor;
  };
}

/**
 * Programs whose card the customer has earned and not got: one purchase, net, of at least the program's amount in goods
 * of its scope.
 */
export function dueCards(versions: readonly ProgramVersion[], facts: Facts, asOf: Instant): readonly ProgramId[] {
  const due: ProgramId[] = [];
  for (const [programId, ofProgram] of byProgram(versions)) {
    const version = versionAt(ofProgram, asOf);
    if (version?.membership.kind !== 'card' || facts.cards.some((c) => c.programId === programId)) continue;
    const earns = earnsCard(version);
    const nets = facts.purchases.flatMap((purchase) => netPurchase(purchase, asOf, facts) ?? []);
    if (nets.some(earns)) due.push(programId);
  }
  return due;
}
