import type { Instant } from '../ids.ts';
import type { NthItem } from '../program/program.ts';
import type { RewardsOwed } from '../quote/rewards.ts';
import { itemsOf, NOTHING_BEGUN, type Run, usedOf } from '../standing/cycles.ts';
import {
  AT_THE_START,
  type EarnedRun,
  missingIn,
  type RewardBasket,
  type RewardWalk,
  readyIn,
  rewardsAt,
  waitingIn,
  walkRewards,
} from '../standing/reward-walk.ts';
import type { BookedLine } from './book.ts';

/** What is left of a purchase for rules 2.4. */
export type Basket = Pick<RewardBasket, 'items' | 'used'>;

/**
 * What one customer's windows remember of rewards: the purchases that were counted, what they had come to before each
 * of them and after the last one that was asked about, and what was earned, oldest first.
 */
export type RewardTally = { readonly made: RewardBasket[]; readonly comes: RewardWalk[]; readonly earned: EarnedRun[] };

/** Rules 2.4 at an instant. `ready`: how many rewards wait. */
export type RewardsHeld = {
  readonly items: number;
  readonly used: number;
  readonly ready: number;
  readonly deficit: number;
  readonly progress: number;
};

export const newRewardTally = (): RewardTally => ({ made: [], comes: [AT_THE_START], earned: [] });

/** What a purchase brings to a window that counts items. */
export function basketOf(all: readonly BookedLine[], mechanic: NthItem): Basket {
  const lines = all.some(({ isOutside }) => isOutside) ? all.filter(({ isOutside }) => !isOutside) : all;
  return { items: itemsOf(lines, mechanic), used: usedOf(lines, mechanic) };
}

/** Notes a purchase, and answers its place. */
export const addBasket = ({ made }: RewardTally, basket: RewardBasket): number => made.push(basket) - 1;

/**
 * Puts what is left of a purchase in its place, and forgets all that came with it and after it: something of it came
 * back, so it was otherwise.
 */
export function changeBasket({ made, comes, earned }: RewardTally, place: number, basket: Basket): void {
  const before = made[place];
  if (before === undefined) return;
  made[place] = { ...before, ...basket };
  if (comes.length <= place + 1) return;
  comes.length = place + 1;
  earned.length = comes[place]?.runs ?? 0;
}

/** When and in which window a tally is asked about. */
type Moment = Pick<RewardBasket, 'at' | 'startsAt'>;

/** Counts the purchases that were not counted yet, and goes on to the moment. */
function comeTo({ made, comes, earned }: RewardTally, mechanic: NthItem, moment: Moment): RewardWalk {
  let come = comes.at(-1) ?? AT_THE_START;
  for (let i = comes.length - 1; i < made.length; i += 1) {
    const basket = made[i];
    if (basket !== undefined) come = walkRewards(mechanic, earned, come, basket);
    comes.push(come);
  }
  return rewardsAt(mechanic, earned, come, moment);
}

/** What a customer holds of rewards, and when time alone takes the oldest of them; null: never. */
export function rewardsHeld(
  tally: RewardTally,
  mechanic: NthItem,
  moment: Moment,
): { readonly rewards: RewardsHeld; readonly lapsesAt: Instant | null } {
  const come = comeTo(tally, mechanic, moment);
  const { counted: items, used, progress, first, runs } = come;
  const deficit = missingIn(come, mechanic);
  const ready = readyIn(tally.earned, come);
  const lapsesAt = first < runs ? (tally.earned[first]?.lapsesAt ?? null) : null;
  return { rewards: { items, used, ready, deficit, progress: deficit > 0 ? 0 : progress }, lapsesAt };
}

/** All rewards that wait, oldest first. */
export function rewardsWaiting(tally: RewardTally, mechanic: NthItem, moment: Moment): readonly Run[] {
  const come = comeTo(tally, mechanic, moment);
  return waitingIn(tally.earned, come).map(({ rewards, worthMinor }) => ({ rewards, worthMinor }));
}

/** What a basket has to know of rewards. `waiting`: taken before all that `owed` says; empty where that lists them. */
export type Owed = { readonly owed: RewardsOwed; readonly waiting: readonly Run[] };

/** The same for a basket of so many units. */
export type Owing = (units: number) => Owed;

/** More rewards than these are taken in one step, where that is all the same. */
const LISTED_MAX = 8;

/**
 * What baskets have to know of a window as it is now, whatever is bought at this very instant. Each reward takes a unit
 * at least, so those behind as many as a basket has units cannot be taken, and are left out.
 */
export function rewardsOwed(tally: RewardTally, mechanic: NthItem, moment: Moment): Owing {
  const come = comeTo(tally, mechanic, moment);
  const { items: after, shareBp, surplus, rewarded } = mechanic;
  const deficit = missingIn(come, mechanic);
  const { progress, countedMinor } = deficit > 0 ? NOTHING_BEGUN : come;
  const options = { carries: surplus === 'carries', counts: rewarded === 'counts' };
  const owed = { after, shareBp, progress, countedMinor, deficit, ...options };
  const isPlain = !options.carries && !options.counts;
  return (units) => {
    const waiting = waitingIn(tally.earned, come, units);
    const count = waiting.reduce((sum, { rewards }) => sum + rewards, 0);
    if (isPlain && count > LISTED_MAX) return { owed: { ...owed, readyMinor: [] }, waiting };
    const readyMinor: number[] = [];
    for (const { rewards, worthMinor } of waiting) for (let i = 0; i < rewards; i += 1) readyMinor.push(worthMinor);
    return { owed: { ...owed, readyMinor }, waiting: [] };
  };
}
