import { dayOf } from '../../../shared/domain/calendar/day.ts';
import type { Day, Entitlement } from '../../../shared/domain/entitlement/entitlement.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import type { CustomerStanding, Standing } from '../../../shared/domain/standing/standing.ts';
import type { StoredStanding } from '../ports/standing-store.ts';

/** No end: what time alone does not take away is told again only when it changes. */
const FOREVER: Day = '9999-12-31';

/** When time alone may take from the claim: a level or steps that were earned; a fixed or hand-given one stays. */
const endsAt = ({ level, position, discountBp, givenBp, changesAt }: Standing): Instant | null =>
  (level !== null || position > 0) && discountBp > givenBp ? changesAt : null;

/**
 * The last day on which checkout may believe the claims. A day that begins within the validity counts whole: the job
 * that looks after ended windows tells checkout within a minute, and nobody loses the morning before.
 */
function untilDay({ standings }: CustomerStanding, timeZone: string): Day {
  const ends = standings.filter((s) => s.takesPart && s.discountBp > 0).flatMap((s) => endsAt(s) ?? []);
  return ends.length === 0 ? FOREVER : dayOf(Math.min(...ends) - 1, timeZone);
}

/** What checkout may believe of a standing from today on; without claims there is nothing to believe. */
export function entitlementOf(stored: StoredStanding, now: Instant, timeZone: string): Entitlement | null {
  const claims = claimsOf(stored.standing);
  if (claims.length === 0) return null;
  const until = untilDay(stored.standing, timeZone);
  return { sequence: stored.sequence, fromDay: dayOf(now, timeZone), untilDay: until, claims };
}

/** Whether checkout would be told the same of both: the same claims until the same day. */
export function tellsTheSame(a: CustomerStanding, b: CustomerStanding, timeZone: string): boolean {
  const told = (standing: CustomerStanding) => {
    const claims = claimsOf(standing);
    return JSON.stringify(claims.length === 0 ? [] : [untilDay(standing, timeZone), claims]);
  };
  return told(a) === told(b);
}
