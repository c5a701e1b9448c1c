import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import { netPurchase } from '../purchase/net-purchase.ts';
import type { NetPurchase, Purchase } from '../purchase/purchase.ts';
import type { CustomerStanding, Facts } from '../standing/standing.ts';
import type { Among, Bought, DrawTerms } from './draw.ts';

/** However much somebody buys: a draw stays one among many. */
export const LOTS_MAX = 100;

/** Whether somebody belongs to those a draw is among, by their facts and the standing at the same instant. */
function isAmong(among: Among, facts: Facts, { standings, asOf }: CustomerStanding): boolean {
  switch (among.kind) {
    case 'card':
      return facts.cards.some(({ issuedAt }) => issuedAt <= asOf);
    case 'program':
      return standings.some((one) => one.programId === among.programId && one.takesPart);
    case 'level':
      return standings.some(
        (one) => one.programId === among.programId && one.takesPart && (one.level ?? -1) >= among.level,
      );
    default:
      return assertNever(among);
  }
}

function isAsked({ snapshot }: Purchase, { from, to, channels, locationIds }: Bought): boolean {
  if (snapshot === null || snapshot.processedAt < from || snapshot.processedAt >= to) return false;
  if (channels.length > 0 && !channels.includes(snapshot.channel)) return false;
  const { locationId } = snapshot;
  return locationIds.length === 0 || (locationId !== null && locationIds.includes(locationId));
}

function isReached({ purchases, spentMinor, reachedBy }: Bought, made: readonly NetPurchase[]): boolean {
  const spent = made.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const reached = [
    ...(purchases === null ? [] : [made.length >= purchases]),
    ...(spentMinor === null ? [] : [spent >= spentMinor]),
  ];
  if (reached.length === 0) return true;
  return reachedBy === 'any' ? reached.some(Boolean) : reached.every(Boolean);
}

/**
 * How many lots somebody has in a draw at `asOf`; 0: none. Purchases count net, as programs count them (rules 1), so a
 * return by then takes them away, and one later has not happened. At most `LOTS_MAX`.
 */
export function lotsDue(terms: DrawTerms, facts: Facts, standing: CustomerStanding, asOf: Instant): number {
  const { among, bought, lotPer } = terms;
  if (!isAmong(among, facts, standing)) return 0;
  if (bought === null) return 1;
  const asked = facts.purchases.filter((purchase) => isAsked(purchase, bought));
  const made = asked.flatMap((p) => netPurchase(p, asOf, facts) ?? []).filter(({ counts }) => counts);
  if (!isReached(bought, made)) return 0;
  return lotPer === null ? 1 : Math.min(LOTS_MAX, Math.floor(made.length / lotPer));
}
