import type { Card } from '../../../shared/domain/instrument/card.ts';
import { conflictsOf } from '../../../shared/domain/offer/conflicts.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { dueCards } from '../../../shared/domain/standing/due-card.ts';
import type { Facts } from '../../../shared/domain/standing/standing.ts';
import type { CustomerFigures } from '../ports/read-models.ts';
import type { StoredStanding } from '../ports/standing-store.ts';

export type FiguresFrom = {
  readonly stored: StoredStanding;
  readonly versions: readonly ProgramVersion[];
  readonly facts: Facts;
  readonly cards: readonly Card[];
};

/** What lists show of a customer: all purchases ever, whatever a program's window holds. */
export function figuresOf({ stored, versions, facts, cards }: FiguresFrom): CustomerFigures {
  const { asOf } = stored.standing;
  const nets = facts.purchases.flatMap((purchase) => netPurchase(purchase, asOf, facts) ?? []);
  const made = nets.filter((net) => net.counts).map((net) => net.processedAt);
  const conflicts = conflictsOf(stored.standing.standings, versions, facts, asOf);
  return {
    cards: cards.filter((card) => card.state === 'issued').map((card) => card.number),
    spentMinor: nets.reduce((sum, net) => sum + net.amountMinor, 0),
    purchases: made.length,
    discountBp: claimsOf(stored.standing).reduce((best, { discountBp }) => Math.max(best, discountBp), 0),
    firstPurchaseAt: made.reduce<number | null>((a, b) => Math.min(a ?? b, b), null),
    lastPurchaseAt: made.reduce<number | null>((a, b) => Math.max(a ?? b, b), null),
    dueCard: dueCards(versions, facts, asOf),
    ...(conflicts.length === 0 ? {} : { conflicts: conflicts.map(({ orderId }) => orderId) }),
    sequence: stored.sequence,
    asOf,
  };
}
