import type { BasisPoints } from '../money/money.ts';
import { percentOf } from '../money/percent.ts';
import { firstUnits } from '../money/spread.ts';
import type { Marks } from '../program/program.ts';
import { keepUnits, rewardedOf, type UnitsLeft } from '../purchase/keep-units.ts';
import { takeGoodwill } from '../purchase/take-goodwill.ts';
import { floorMinor } from '../quote/floor.ts';
import { lineDiscount } from '../quote/line-discount.ts';
import { rewardFigures } from '../quote/reward-figures.ts';
import type { RewardsOwed } from '../quote/rewards.ts';
import { walkBasket } from '../quote/walk-basket.ts';
import type { PastHolds } from './frame.ts';
import type { PastLine, PastOrder } from './history.ts';
import type { Owed } from './reward-tally.ts';
import { type PastUnits, takeWaiting } from './take-waiting.ts';

/**
 * What is left of a line that was booked. `isOutside`: none of the program's goods. `given`: what was taken off all its
 * units, kept where a cap of the month asks what is left of that.
 */
export type BookedLine = UnitsLeft & {
  readonly isOutside?: true;
  readonly given?: { readonly quantity: number; readonly minor: number };
};

/** A purchase at what would have been charged, line by line. */
export type Booked = {
  /** Empty where nothing of the purchase ever comes back and no items are counted, so that nobody needs its lines. */
  readonly lines: readonly BookedLine[];
  /** Units in the program's scope, and what was charged for them. */
  readonly items: number;
  readonly countedMinor: number;
  /** What the lines cost before our discount, and what was charged. */
  readonly amountMinor: number;
  readonly discountMinor: number;
  /** What the margin floor cut off the discount. */
  readonly floorSavedMinor: number;
  /** Of the lines whose unit cost is known: what they cost the shop, cost before our discount, and that discount. */
  readonly costMinor: number;
  readonly costedMinor: number;
  readonly costedDiscountMinor: number;
  /** How many rewards its units took. */
  readonly rewards: number;
  /**
   * For a card of marks: where each line's product stands in the list (-1: not in it), the marks of the reward that was
   * taken (0: none), the places of the lines that used it, and what sets a mark.
   */
  readonly marks: {
    readonly places: readonly number[];
    readonly used: number;
    readonly usedBy: readonly number[];
    readonly per: Marks['per'];
  } | null;
};

/** What a line may not fall below; 0: no floor. */
export function floorOfLine({ unitCostMinor, quantity }: PastLine, marginBp: BasisPoints | null): number {
  return unitCostMinor === null || marginBp === null ? 0 : floorMinor(unitCostMinor, quantity, marginBp);
}

type Costed = { costMinor: number; costedMinor: number; costedDiscountMinor: number };

export const nothingCosted = (): Costed => ({ costMinor: 0, costedMinor: 0, costedDiscountMinor: 0 });

/** Adds a line whose unit cost is known. */
export function addCosted(to: Costed, { unitCostMinor, quantity, amountMinor }: PastLine, discountMinor: number): void {
  if (unitCostMinor === null) return;
  to.costMinor += unitCostMinor * quantity;
  to.costedMinor += amountMinor;
  to.costedDiscountMinor += discountMinor;
}

/** By what an order is booked: the margin floor (null: none), and which goods are in the program's scope. */
export type Terms = { readonly marginBp: BasisPoints | null; readonly holds: PastHolds };

/** Whatever it comes to. */
export const NO_CAP = Number.POSITIVE_INFINITY;

/** A percentage, and what it gives at most. */
export type Percent = { readonly bp: BasisPoints; readonly capMinor: number };

/**
 * Books an order with a percentage off each line in scope, half up per line, not below its floor, until its cap is
 * reached, as the quote does (rules 3).
 */
export function bookOrder(
  { lines, goodwill }: PastOrder,
  { bp, capMinor }: Percent,
  { marginBp, holds }: Terms,
): Booked {
  const booked: BookedLine[] = [];
  const comesBack = goodwill.length > 0 || lines.some(({ returns }) => returns.length > 0);
  const costed = nothingCosted();
  let [items, countedMinor, amountMinor, discountMinor, floorSavedMinor] = [0, 0, 0, 0, 0];
  for (const line of lines) {
    const isHeld = holds(line.productId);
    const owed = bp === 0 || !isHeld ? 0 : lineDiscount(line.amountMinor, floorOfLine(line, marginBp), bp);
    const discount = Math.min(owed, capMinor - discountMinor);
    if (bp !== 0 && isHeld) floorSavedMinor += percentOf(line.amountMinor, bp) - owed;
    if (isHeld) {
      items += line.quantity;
      countedMinor += line.amountMinor - discount;
    }
    amountMinor += line.amountMinor;
    discountMinor += discount;
    addCosted(costed, line, discount);
    if (!comesBack) continue;
    const left = { items: line.quantity, amountMinor: line.amountMinor - discount };
    const given = capMinor < NO_CAP ? { given: { quantity: line.quantity, minor: discount } } : {};
    booked.push(isHeld ? { ...left, ...given } : { ...left, isOutside: true });
  }
  const sums = { items, countedMinor, amountMinor, discountMinor, floorSavedMinor };
  return { lines: booked, ...sums, ...costed, rewards: 0, marks: null };
}

/** Whether a basket of so many units may take a reward: one waits, or units are left once the next has arisen. */
const canTake = ({ readyMinor, deficit, after, progress }: RewardsOwed, units: number): boolean =>
  readyMinor.length > 0 || units > deficit + after - progress;

function takenBy(lines: readonly PastUnits[], { owed, waiting }: Owed): readonly number[] {
  const { taken, quantities, amounts } =
    waiting.length > 0
      ? takeWaiting(lines, waiting)
      : { taken: [], quantities: lines.map((l) => l.quantity), amounts: lines.map((l) => l.amountMinor) };
  const units = quantities.reduce((a, b) => a + b, 0);
  if (!canTake(owed, units)) return taken;
  const arisen = walkBasket(quantities, amounts, rewardFigures(owed));
  return taken.length === 0 ? arisen : arisen.map((figure, i) => figure + (taken[i] ?? 0));
}

/** A line out of scope as the basket's walk sees it. */
const NO_UNITS: PastUnits = { quantity: 0, amountMinor: 0 };

/** A line whose units took so many rewards, which gave so much together; what the floor left nothing of took none. */
function rewardedLine({ quantity, amountMinor }: PastLine, after: number, count: number, givenMinor: number) {
  const line: BookedLine = { items: quantity, amountMinor: amountMinor - givenMinor };
  if (count === 0 || givenMinor === 0) return line;
  const reward = rewardedOf({ quantity, amountMinor: line.amountMinor, reward: { after, count, givenMinor } });
  return reward === null ? line : { ...line, reward };
}

/**
 * Books an order whose units take the rewards that are ready or arise in it (rules 2.4), no line below its floor, as
 * the quote does. `owing` null: nothing is given.
 */
export function bookRewards({ lines }: PastOrder, owing: Owed | null, { marginBp, holds }: Terms): Booked {
  const taken =
    owing === null
      ? []
      : takenBy(
          lines.map((line) => (holds(line.productId) ? line : NO_UNITS)),
          owing,
        );
  const booked: BookedLine[] = [];
  const costed = nothingCosted();
  let [items, countedMinor, amountMinor, discountMinor, floorSavedMinor, rewards] = [0, 0, 0, 0, 0, 0];
  for (const [i, line] of lines.entries()) {
    const [count, wanted] = [taken[2 * i] ?? 0, taken[2 * i + 1] ?? 0];
    const given = Math.min(wanted, Math.max(0, line.amountMinor - floorOfLine(line, marginBp)));
    amountMinor += line.amountMinor;
    discountMinor += given;
    addCosted(costed, line, given);
    // What the floor leaves nothing of stays ready, so nothing of it was saved.
    if (given > 0) floorSavedMinor += wanted - given;
    if (!holds(line.productId)) {
      booked.push({ items: line.quantity, amountMinor: line.amountMinor, isOutside: true });
      continue;
    }
    items += line.quantity;
    countedMinor += line.amountMinor - given;
    const bookedAs = rewardedLine(line, owing?.owed.after ?? 0, count, given);
    rewards += bookedAs.reward?.items ?? 0;
    booked.push(bookedAs);
  }
  const sums = { items, countedMinor, amountMinor, discountMinor, floorSavedMinor };
  return { lines: booked, ...sums, ...costed, rewards, marks: null };
}

/** What came back, and what of it was in the program's scope: units, and what they were booked at. */
export type TakenBack = { readonly amountMinor: number; readonly items: number; readonly spentMinor: number };

/** What was taken off the units of a booked purchase that were not brought back. */
export const givenOn = ({ lines }: Booked): number =>
  lines.reduce((sum, { given, items }) => sum + (given ? firstUnits(given.minor, given.quantity, items) : 0), 0);

/** Takes units off the end of a booked line, those that took a reward last; the first ones stay (rules 1). */
export function returnUnits({ lines }: Booked, line: number, quantity: number): TakenBack {
  const left = lines[line];
  if (left === undefined) return { amountMinor: 0, items: 0, spentMinor: 0 };
  const items = Math.min(quantity, left.items);
  const before = left.amountMinor;
  keepUnits(left, left.items - items);
  const amountMinor = before - left.amountMinor;
  return left.isOutside === true
    ? { amountMinor, items: 0, spentMinor: 0 }
    : { amountMinor, items, spentMinor: amountMinor };
}

const countedOf = (lines: readonly BookedLine[]): number =>
  lines.reduce((sum, { amountMinor, isOutside }) => sum + (isOutside === true ? 0 : amountMinor), 0);

/** Takes money that was given back without goods off what is left of a booked purchase, in scope or not. */
export function takeMoneyBack({ lines }: Booked, minor: number): TakenBack {
  const before = countedOf(lines);
  const amountMinor = takeGoodwill(lines, minor);
  return { amountMinor, items: 0, spentMinor: before - countedOf(lines) };
}
