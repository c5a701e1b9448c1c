import type { Instant, ProgramId } from '../ids.ts';
import type { ProgramVersion } from '../program/program.ts';
import { versionAt } from '../program/version-at.ts';
import { netPurchase } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { byProgram } from './evaluate-all.ts';
import type { Facts } from './standing.ts';

/** Programs whose card the customer has earned and not got: one purchase, net, of at least the program's amount. */
export function dueCards(versions: readonly ProgramVersion[], facts: Facts, asOf: Instant): readonly ProgramId[] {
  const due: ProgramId[] = [];
  for (const [programId, ofProgram] of byProgram(versions)) {
    const membership = versionAt(ofProgram, asOf)?.membership;
    if (membership?.kind !== 'card' || facts.cards.some((c) => c.programId === programId)) continue;
    const earns = (purchase: Purchase): boolean => {
      const net = netPurchase(purchase, asOf, facts);
      return net?.counts === true && net.amountMinor >= membership.fromMinor;
    };
    if (facts.purchases.some(earns)) due.push(programId);
  }
  return due;
}
