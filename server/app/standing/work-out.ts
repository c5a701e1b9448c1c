import type { Instant } from '../../../shared/domain/ids.ts';
import type { ProgramVersion } from '../../../shared/domain/program/program.ts';
import { evaluateAll } from '../../../shared/domain/standing/evaluate-all.ts';
import type { CustomerStanding, Facts } from '../../../shared/domain/standing/standing.ts';

/** The earliest fact that lies ahead of `asOf` (clocks differ, orders may be dated ahead): then it begins to count. */
function nextFactAt({ purchases, cards, referred = [] }: Facts, asOf: Instant): Instant | null {
  let next = Number.POSITIVE_INFINITY;
  const look = (at: Instant | null | undefined): void => {
    if (at !== null && at !== undefined && at > asOf && at < next) next = at;
  };
  for (const { snapshot, refunds } of [...purchases, ...referred.map(({ purchase }) => purchase)]) {
    look(snapshot?.processedAt);
    look(snapshot?.cancelledAt);
    for (const refund of refunds) look(refund.processedAt);
  }
  for (const card of cards) look(card.issuedAt);
  return next === Number.POSITIVE_INFINITY ? null : next;
}

/** The standing that the facts give at `asOf`; `changesAt` also knows of facts that lie ahead. */
export function workOut(versions: readonly ProgramVersion[], facts: Facts, asOf: Instant): CustomerStanding {
  const standing = evaluateAll(versions, facts, asOf);
  const ahead = nextFactAt(facts, asOf);
  if (ahead === null) return standing;
  const standings = standing.standings.map((s) => ({ ...s, changesAt: Math.min(s.changesAt ?? ahead, ahead) }));
  return { asOf, standings };
}

/** The standing of somebody who is nobody any more: merged into another, or erased. */
export const emptyStanding = (asOf: Instant): CustomerStanding => ({ asOf, standings: [] });
