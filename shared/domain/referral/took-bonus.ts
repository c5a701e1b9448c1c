import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';
import type { Purchase } from '../purchase/purchase.ts';

const WHOLE_BP = 10_000;

/** Rounding of long carts (decision 0029). */
const EXACT_MINOR = 1;

/**
 * Whether a purchase shows that a bonus was given on it: on a line what our discount took is the share with the bonus
 * and not the one without. A line that a floor or a reward has changed says nothing, for the holder's good.
 */
export function tookBonus({ snapshot }: Purchase, ownBp: BasisPoints, bonusBp: BasisPoints): boolean {
  const withBonusBp = Math.min(WHOLE_BP, ownBp + bonusBp);
  return (snapshot?.lines ?? []).some(({ amountMinor, ourDiscountMinor: tookMinor, reward }) => {
    const fullMinor = amountMinor + tookMinor;
    if (tookMinor === 0 || reward !== undefined) return false;
    const isMore = tookMinor > percentOf(fullMinor, ownBp) + EXACT_MINOR;
    return isMore && Math.abs(tookMinor - percentOf(fullMinor, withBonusBp)) <= EXACT_MINOR;
  });
}
