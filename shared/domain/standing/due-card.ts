import type { Instant, ProgramId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { versionAt } from '../program/version-at.ts';
import { netPurchase } from '../purchase/net-purchase.ts';
import { byProgram } from './evaluate-all.ts';
import type { Facts } from './standing.ts';

/** Programs whose card the customer has earned and not got: one purchase, net, of at least the program's amount. */
export function dueCards(versions: readonly ProgramVersion[], facts: Facts, asOf: Instant): readonly ProgramId[] {
  const due: ProgramId[] = [];
  for (const [programId, ofProgram] of byProgram(versions)) {
    const membership = versionAt(ofProgram, asOf)?.membership;
    if (membership?.kind !== 'card' || facts.cards.some((c) => c.programId === programId)) continue;
    const nets = facts.purchases.map((p) => netPurchase(p, asOf, facts));
    if (nets.some((net) => net?.counts === true && net.amountMinor >= membership.fromMinor)) due.push(programId);
  }
  return due;
}
