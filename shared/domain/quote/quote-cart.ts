import { percentOf } from '../money/percent.ts';
import { holdsOf } from '../program/scope.ts';
import { lineDiscount } from './line-discount.ts';
import type { CartLine, Claim, Quote, QuotedLine, ScopedClaim } from './quote.ts';
import { rewardFigures } from './reward-figures.ts';
import type { ScopedRewardClaim } from './rewards.ts';
import { walkBasket } from './walk-basket.ts';

/** The claim a holder is best served with; the first where two are equal. Null when nothing is owed. */
export function bestClaim<C extends Claim>(claims: readonly C[]): C | null {
  let best: C | null = null;
  for (const claim of claims) if (claim.discountBp > (best?.discountBp ?? 0)) best = claim;
  return best;
}

/** How many rewards the units of a line take, and what they give together. */
type Taken = readonly [count: number, givenMinor: number];

/** What a line would get, and what the floor cut away of it. */
type Offer = Pick<QuotedLine, 'discountMinor' | 'floorSavedMinor'>;

function byPercent({ amountMinor, floorMinor }: CartLine, bp: number): Offer {
  const discountMinor = lineDiscount(amountMinor, floorMinor, bp);
  return { discountMinor, floorSavedMinor: percentOf(amountMinor, bp) - discountMinor };
}

function byReward({ amountMinor, floorMinor }: CartLine, wanted: number): Offer {
  const discountMinor = Math.min(wanted, Math.max(0, amountMinor - floorMinor));
  return { discountMinor, floorSavedMinor: wanted - discountMinor };
}

/** Units out of the program's scope are none of the walk's: neither counted nor rewarded. */
function takenBy(lines: readonly CartLine[], reward: ScopedRewardClaim): readonly number[] {
  const holds = holdsOf(reward.scope);
  return walkBasket(
    lines.map(({ quantity, productId = null }) => (holds(productId) ? quantity : 0)),
    lines.map(({ amountMinor }) => amountMinor),
    rewardFigures(reward),
  );
}

/** Finds the best claim for a line among those whose scope holds it (rules 3.2). */
function bestFor(claims: readonly ScopedClaim[]): (line: CartLine) => Claim | null {
  if (claims.every(({ scope }) => scope === undefined)) {
    const best = bestClaim(claims);
    return () => best;
  }
  const scoped = claims.map(({ programId, discountBp, scope }) => {
    return { programId, discountBp, holds: holdsOf(scope) };
  });
  return ({ productId = null }) => bestClaim(scoped.filter(({ holds }) => holds(productId)));
}

/** The better of both; of two that are equal the percentage, since the reward then waits for the next purchase. */
function quoteLine(line: CartLine, best: Claim | null, reward: ScopedRewardClaim | null, [count, given]: Taken) {
  const percent = byPercent(line, best?.discountBp ?? 0);
  const rewarded = byReward(line, given);
  if (reward !== null && rewarded.discountMinor > percent.discountMinor) {
    const rewards = { after: reward.after, count };
    return { id: line.id, ...rewarded, programId: reward.programId, discountBp: 0, rewards };
  }
  if (best === null) return null;
  return { id: line.id, ...percent, programId: best.programId, discountBp: best.discountBp };
}

/**
 * The discount for one cart (rules 3): on each line the best claim in scope, half up per line, or the rewards that its
 * units take (rules 2.4), whichever gives more, cut to the margin floor. Nothing is ever added. `floorSavedMinor` of
 * the whole also counts lines that the floor left without any discount.
 */
export function quoteCart(
  lines: readonly CartLine[],
  claims: readonly ScopedClaim[],
  reward: ScopedRewardClaim | null = null,
): Quote {
  const best = bestFor(claims);
  const taken = reward === null ? [] : takenBy(lines, reward);
  const quoted: QuotedLine[] = [];
  let totalMinor = 0;
  let floorSavedMinor = 0;
  for (const [i, line] of lines.entries()) {
    const one = quoteLine(line, best(line), reward, [taken[2 * i] ?? 0, taken[2 * i + 1] ?? 0]);
    floorSavedMinor += one?.floorSavedMinor ?? 0;
    if (one === null || one.discountMinor === 0) continue;
    totalMinor += one.discountMinor;
    quoted.push(one);
  }
  return { lines: quoted, totalMinor, floorSavedMinor };
}
