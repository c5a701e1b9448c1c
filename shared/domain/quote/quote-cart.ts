import { percentOf } from '../money/percent.ts';
import { lineDiscount } from './line-discount.ts';
import type { CartLine, Claim, Quote, QuotedLine } from './quote.ts';
import { rewardFigures } from './reward-figures.ts';
import type { RewardClaim } from './rewards.ts';
import { walkBasket } from './walk-basket.ts';

/** The claim a holder is best served with; the first where two are equal. Null when nothing is owed. */
export function bestClaim(claims: readonly Claim[]): Claim | null {
  let best: Claim | null = null;
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

const takenBy = (lines: readonly CartLine[], reward: RewardClaim): readonly number[] =>
  walkBasket(
    lines.map(({ quantity }) => quantity),
    lines.map(({ amountMinor }) => amountMinor),
    rewardFigures(reward),
  );

/** The better of both; of two that are equal the percentage, since the reward then waits for the next purchase. */
function quoteLine(line: CartLine, best: Claim | null, reward: RewardClaim | null, [count, given]: Taken) {
  const percent = byPercent(line, best?.discountBp ?? 0);
  const rewarded = byReward(line, given);
  if (reward !== null && rewarded.discountMinor > percent.discountMinor) {
    const rewards = { after: reward.after, count };
    return { id: line.id, ...rewarded, programId: reward.programId, discountBp: 0, rewards };
  }
  return best === null ? null : { id: line.id, ...percent, ...best };
}

/**
 * The discount for one cart (rules 3): on each line the best claim, half up per line, or the rewards that its units
 * take (rules 2.4), whichever gives more, cut to the margin floor. Nothing is ever added. `floorSavedMinor` of the
 * whole also counts lines that the floor left without any discount.
 */
export function quoteCart(
  lines: readonly CartLine[],
  claims: readonly Claim[],
  reward: RewardClaim | null = null,
): Quote {
  const best = bestClaim(claims);
  const taken = reward === null ? [] : takenBy(lines, reward);
  const quoted: QuotedLine[] = [];
  let totalMinor = 0;
  let floorSavedMinor = 0;
  for (const [i, line] of lines.entries()) {
    const one = quoteLine(line, best, reward, [taken[2 * i] ?? 0, taken[2 * i + 1] ?? 0]);
    floorSavedMinor += one?.floorSavedMinor ?? 0;
    if (one === null || one.discountMinor === 0) continue;
    totalMinor += one.discountMinor;
    quoted.push(one);
  }
  return { lines: quoted, totalMinor, floorSavedMinor };
}
