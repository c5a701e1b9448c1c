import { firstUnits } from '../money/spread.ts';
import type { OrderLine } from './purchase.ts';

/** The first units of a line, which took a reward each, and what they are worth. */
export type Rewarded = { readonly after: number; readonly items: number; readonly amountMinor: number };

/** What is left of a line: units and what they are worth together, in minor units. */
export type UnitsLeft = { items: number; amountMinor: number; reward?: Rewarded };

/** Those that took a reward leave last, with what is theirs. */
function keepRewarded(left: UnitsLeft, { after, items: rewarded, amountMinor }: Rewarded, items: number): void {
  if (items >= rewarded) {
    left.amountMinor =
      amountMinor + firstUnits(left.amountMinor - amountMinor, left.items - rewarded, items - rewarded);
  } else {
    left.amountMinor = firstUnits(amountMinor, rewarded, items);
    left.reward = { after, items, amountMinor: left.amountMinor };
  }
  left.items = items;
}

/** Keeps so many units of a line: its first ones, since returned ones leave from the end (rules 1). */
export function keepUnits(left: UnitsLeft, items: number): void {
  if (left.reward !== undefined) {
    keepRewarded(left, left.reward, items);
    return;
  }
  left.amountMinor = firstUnits(left.amountMinor, left.items, items);
  left.items = items;
}

/**
 * What a line's rewards gave is off the units that took them, as far as these reach; the others have their price. Null:
 * no unit took one.
 */
export function rewardedOf({
  quantity,
  amountMinor,
  reward,
}: Pick<OrderLine, 'quantity' | 'amountMinor' | 'reward'>): Rewarded | null {
  if (reward === undefined || reward.count === 0 || quantity === 0) return null;
  const items = Math.min(reward.count, quantity);
  const priceMinor = firstUnits(amountMinor + reward.givenMinor, quantity, items);
  return { after: reward.after, items, amountMinor: Math.max(0, priceMinor - reward.givenMinor) };
}
