import { percentOf } from '../money/percent.ts';
import { holdsOf } from '../program/scope.ts';
import { capOf, createRoom, type Room } from './cap.ts';
import { lineDiscount } from './line-discount.ts';
import type { CartLine, Claim, Quote, QuotedLine, ScopedClaim } from './quote.ts';
import { rewardFigures } from './reward-figures.ts';
import type { ScopedRewardClaim } from './rewards.ts';
import { walkBasket } from './walk-basket.ts';

/**
 * The claim a holder is best served with: the highest percentage, of equal ones the one that gives more at most, then
 * the first. Null when nothing is owed.
 */
export function bestClaim<C extends Claim>(claims: readonly C[]): C | null {
  let best: C | null = null;
  for (const claim of claims) {
    const isHigher = claim.discountBp > (best?.discountBp ?? 0);
    if (isHigher || (claim.discountBp === best?.discountBp && capOf(claim) > capOf(best))) best = claim;
  }
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
  const scoped = claims.map(({ scope, ...claim }) => {
    return { ...claim, holds: holdsOf(scope) };
  });
  return ({ productId = null }) => bestClaim(scoped.filter(({ holds }) => holds(productId)));
}

/** What a claim gives on a line, cut to what is left of its cap. */
function byClaim(line: CartLine, claim: Claim | null, room: Room): Offer & Pick<QuotedLine, 'capSavedMinor'> {
  const percent = byPercent(line, claim?.discountBp ?? 0);
  const capSavedMinor = claim === null ? 0 : percent.discountMinor - Math.min(percent.discountMinor, room.left(claim));
  if (capSavedMinor === 0) return percent;
  return { ...percent, discountMinor: percent.discountMinor - capSavedMinor, capSavedMinor };
}

type Asked = { readonly best: Claim | null; readonly reward: ScopedRewardClaim | null; readonly room: Room };

/** The better of both; of two that are equal the percentage, since the reward then waits for the next purchase. */
function quoteLine(line: CartLine, { best, reward, room }: Asked, [count, given]: Taken): QuotedLine | null {
  const percent = byClaim(line, best, room);
  const rewarded = byReward(line, given);
  if (reward !== null && rewarded.discountMinor > percent.discountMinor) {
    const rewards = { after: reward.after, count };
    return { id: line.id, ...rewarded, programId: reward.programId, discountBp: 0, rewards };
  }
  if (best === null) return null;
  room.take(best, percent.discountMinor);
  return { id: line.id, ...percent, programId: best.programId, discountBp: best.discountBp };
}

/**
 * The discount for one cart (rules 3): on each line the best claim in scope, half up per line, or the rewards that its
 * units take (rules 2.4), whichever gives more, cut to the margin floor. Nothing is ever added. Line by line a claim
 * gives until its cap is reached; the rest is at full price (rules 3.6). `floorSavedMinor` and `capSavedMinor` of the
 * whole also count lines that were left without any discount.
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
  let capSavedMinor = 0;
  const room = createRoom();
  for (const [i, line] of lines.entries()) {
    const asked = { best: best(line), reward, room };
    const one = quoteLine(line, asked, [taken[2 * i] ?? 0, taken[2 * i + 1] ?? 0]);
    floorSavedMinor += one?.floorSavedMinor ?? 0;
    capSavedMinor += one?.capSavedMinor ?? 0;
    if (one === null || one.discountMinor === 0) continue;
    totalMinor += one.discountMinor;
    quoted.push(one);
  }
  const saved = capSavedMinor === 0 ? {} : { capSavedMinor };
  return { lines: quoted, totalMinor, floorSavedMinor, ...saved };
}
