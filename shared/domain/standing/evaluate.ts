import { assertNever } from '../assert.ts';
import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { ProgramVersion } from '../program/program.ts';
import { holdsAt } from '../program/where.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { type ReferralStanding, referralStanding } from '../referral/referral-standing.ts';
import { isEarlier, type Referred } from '../referral/referred.ts';
import { type Made, madeBy, scopedTo, sumOf } from './accumulate.ts';
import { capNow } from './cap-now.ts';
import { type Held, heldAt, heldBefore, heldUpTo } from './held.ts';
import { evaluateLevels } from './levels.ts';
import { manualLevel } from './manual-level.ts';
import { markStanding } from './mark-standing.ts';
import { partOf } from './membership.ts';
import { rewardStanding } from './reward-standing.ts';
import { sooner } from './sooner.ts';
import type { Facts, Standing } from './standing.ts';
import { evaluateStepUp } from './step-up.ts';

type Earned = Pick<Standing, 'level' | 'next' | 'position' | 'changesAt'> & { readonly earnedBp: BasisPoints };

const NOTHING = { level: null, next: null, position: 0, changesAt: null, earnedBp: 0 } as const;

function earnedBy({ mechanic }: ProgramVersion, asked: Parameters<typeof evaluateLevels>[1]): Earned {
  switch (mechanic.kind) {
    case 'fixed':
      return { ...NOTHING, earnedBp: mechanic.discountBp };
    case 'levels': {
      const { level, next } = evaluateLevels(mechanic, asked);
      const earnedBp = level === null ? 0 : (mechanic.levels[level]?.discountBp ?? 0);
      return { ...NOTHING, level, next, earnedBp };
    }
    case 'nth_item':
    case 'marks':
      return NOTHING;
    case 'step_up':
      return { ...NOTHING, ...evaluateStepUp(mechanic, asked.held.made, asked.asOf) };
    default:
      return assertNever(mechanic);
  }
}

/** The rewards of a version that gives any, and when time alone takes the first of them; null: never. */
function oneOffOf(
  version: ProgramVersion,
  facts: Facts,
  windows: readonly Held[],
  asOf: Instant,
): Pick<Standing, 'rewards' | 'marks' | 'offers'> & { readonly lapsesAt: Instant | null } {
  const { mechanic } = version;
  if (mechanic.kind === 'nth_item') {
    const rewards = rewardStanding(mechanic, windows, asOf);
    return { rewards, lapsesAt: rewards.lapsesAt ?? null };
  }
  if (mechanic.kind !== 'marks') return { lapsesAt: null };
  const marked = markStanding(version, mechanic, facts, { windows, asOf });
  return { ...marked, lapsesAt: marked.marks.lapsesAt ?? null };
}

/** The same as `evaluate` where all that was bought by `asOf` is at hand already, in scope or not. */
export function evaluateMade(version: ProgramVersion, facts: Facts, all: readonly Made[], asOf: Instant): Standing {
  const { scope, where } = version;
  const made = scopedTo(version, all);
  const part = partOf(version, facts, asOf);
  const held: Held = heldAt(version, part, made, asOf);
  const holdsOn = version.mechanic.kind === 'levels' && version.mechanic.holds === 'next_window';
  const before = holdsOn ? heldBefore(version, part, made, held.bounds) : null;
  const { level, next, position, earnedBp, changesAt } = earnedBy(version, {
    ...{ held, before, asOf, scope },
    terms: facts,
  });
  const cap = capNow(version, all, asOf);
  const givenBp = manualLevel(facts.manual, version.programId, asOf);
  const referral = part.takesPart ? referralOf(version, facts, { made, asOf, from: held.bounds.startsAt }) : null;
  const ownBp = Math.max(givenBp, earnedBp);
  const windows = heldUpTo(version, part, made, held);
  const { lapsesAt, ...oneOff } = oneOffOf(version, facts, windows, asOf);
  return {
    programId: version.programId,
    version: version.version,
    takesPart: part.takesPart,
    windowStartsAt: held.bounds.startsAt,
    windowEndsAt: held.bounds.endsAt,
    ...sumOf(held.made),
    position,
    level,
    next,
    givenBp,
    discountBp: part.takesPart ? withBonus(ownBp, referral) : 0,
    ...oneOff,
    ...(referral === null ? {} : { referral }),
    ...(version.addedUpToBp === undefined ? {} : { addedUpToBp: version.addedUpToBp }),
    ...(where === undefined ? {} : { where }),
    ...cap,
    changesAt: sooner(sooner(cap.changesAt, lapsesAt), sooner(held.changesAt, changesAt)),
  };
}

const WHOLE_BP = 10_000;

/** The bonus comes on top of the own discount, earned or given by hand (rules 2.7). */
const withBonus = (ownBp: BasisPoints, referral: ReferralStanding | null): BasisPoints =>
  referral === null || referral.ready === 0 ? ownBp : Math.min(WHOLE_BP, ownBp + referral.bonusBp);

/** A bonus for one purchase ends with its window, and so does a deficit (rules 1); one for good stays. */
function referralOf(
  { referral, ...version }: ProgramVersion,
  facts: Facts,
  { made, asOf, from }: { readonly made: readonly Made[]; readonly asOf: Instant; readonly from: Instant | null },
): ReferralStanding | null {
  if (referral === undefined) return null;
  const since = referral.bonus === 'for_good' || from === null ? Number.NEGATIVE_INFINITY : from;
  const isInside = (at: Instant | undefined): boolean => at !== undefined && at >= since && at <= asOf;
  const isHere = ({ purchase: { snapshot } }: Referred) => snapshot !== null && holdsAt(version.where, snapshot);
  const theirs = (facts.referred ?? []).filter((one) => one.programId === version.programId && isHere(one));
  const ownBpBefore = (purchase: Purchase): BasisPoints => {
    const before = { ...facts, purchases: facts.purchases.filter((other) => isEarlier(other, purchase)) };
    return evaluate(version, before, purchase.snapshot?.processedAt ?? asOf).discountBp;
  };
  return referralStanding(referral, {
    referred: theirs.filter(({ purchase }) => isInside(purchase.snapshot?.processedAt)),
    made: made.filter(({ at }) => isInside(at)),
    ...{ asOf, terms: facts, ownBpBefore },
  });
}

/**
 * A customer's state in a program at `asOf`: a pure function of the version and the set of facts, so the order and
 * the number of their arrivals make no difference (rules 1, 6.1). What it gives is for the next purchase.
 */
export function evaluate(version: ProgramVersion, facts: Facts, asOf: Instant): Standing {
  return evaluateMade(version, facts, madeBy(facts, asOf), asOf);
}
