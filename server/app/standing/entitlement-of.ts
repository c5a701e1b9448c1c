import { dayOf } from '../../../shared/domain/calendar/day.ts';
import type { Day, Entitlement } from '../../../shared/domain/entitlement/entitlement.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { ON_THE_WEB } from '../../../shared/domain/program/where.ts';
import { bestClaim } from '../../../shared/domain/quote/quote-cart.ts';
import { rewardFigures } from '../../../shared/domain/quote/reward-figures.ts';
import { claimsOf } from '../../../shared/domain/standing/claims.ts';
import { heldHere } from '../../../shared/domain/standing/held-here.ts';
import { rewardClaimOf } from '../../../shared/domain/standing/reward-claim.ts';
import { sooner } from '../../../shared/domain/standing/sooner.ts';
import type { CustomerStanding, Standing } from '../../../shared/domain/standing/standing.ts';
import type { StoredStanding } from '../ports/standing-store.ts';
import { offersOf } from '../reward/settle-codes.ts';

/** No end: what time alone does not take away is told again only when it changes. */
const FOREVER: Day = '9999-12-31';

/**
 * When time alone may take from it: an earned level or steps, rewards, or what is kept of an older version; a fixed or
 * hand-given discount stays up to the end of its program, where one is planned.
 */
function endsAt({
  level,
  position,
  discountBp,
  givenBp,
  changesAt,
  rewards,
  kept,
  programEndsAt,
}: Standing): Instant | null {
  const mayEnd = level !== null || position > 0 || kept !== undefined;
  const byItself = (mayEnd && discountBp > givenBp) || rewards !== undefined ? changesAt : null;
  return sooner(byItself, programEndsAt ?? null);
}

const isOwed = ({ takesPart, discountBp, rewards }: Standing): boolean =>
  takesPart && (discountBp > 0 || rewards !== undefined);

/**
 * The last day on which checkout may believe the claims. A day that begins within the validity counts whole: the job
 * that looks after ended windows tells checkout within a minute, and nobody loses the morning before.
 */
function untilDay(standing: CustomerStanding, timeZone: string): Day {
  const { standings } = heldHere(standing, ON_THE_WEB);
  const ends = standings.filter(isOwed).flatMap((s) => endsAt(s) ?? []);
  return ends.length === 0 ? FOREVER : dayOf(Math.min(...ends) - 1, timeZone);
}

/**
 * What checkout on the web gives (decision 0073). A claim with a cap stands alone, since another discount of ours works
 * it out (decision 0056).
 */
function toldOf(everywhere: CustomerStanding) {
  const standing = heldHere(everywhere, ON_THE_WEB);
  const claims = claimsOf(standing);
  const best = bestClaim(claims);
  if (best?.capMinor !== undefined) return { claims: [best], rewards: null };
  return { claims: claims.filter(({ capMinor }) => capMinor === undefined), rewards: rewardClaimOf(standing) };
}

/** What checkout may believe of a standing from today on; without claims there is nothing to believe. */
export function entitlementOf(stored: StoredStanding, now: Instant, timeZone: string): Entitlement | null {
  const { claims, rewards } = toldOf(stored.standing);
  if (claims.length === 0 && rewards === null) return null;
  const until = untilDay(stored.standing, timeZone);
  const said = { sequence: stored.sequence, fromDay: dayOf(now, timeZone), untilDay: until, claims };
  return rewards === null ? said : { ...said, rewards };
}

/** Whether checkout would be told the same of both: the same claims until the same day, the same codes. */
export function tellsTheSame(a: CustomerStanding, b: CustomerStanding, timeZone: string): boolean {
  const told = (standing: CustomerStanding) => {
    const { claims, rewards } = toldOf(standing);
    const figures = rewards === null ? [] : rewardFigures(rewards);
    const isNothing = claims.length === 0 && rewards === null;
    const offers = offersOf(standing).map(({ programId, id, gives }) => [programId, id, gives]);
    return JSON.stringify([offers, ...(isNothing ? [] : [untilDay(standing, timeZone), claims, figures])]);
  };
  return told(a) === told(b);
}
