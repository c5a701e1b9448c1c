import { percentOf } from '../money/percent.ts';
import type { NthItem } from '../program/program.ts';
import type { NetLine } from '../purchase/purchase.ts';

/** So many units at one price, in minor units. */
export type Units = { readonly units: number; readonly priceMinor: number };

/** So many rewards worth the same. */
export type Run = { readonly rewards: number; readonly worthMinor: number };

/** A cycle that is not full yet: items counted towards the next reward, and what they came to. */
export type Begun = { readonly progress: number; readonly countedMinor: number };

export const NOTHING_BEGUN: Begun = { progress: 0, countedMinor: 0 };

type Kept = Pick<NetLine, 'items' | 'amountMinor' | 'reward'>;

function push(to: Units[], items: number, amountMinor: number): void {
  if (items === 0) return;
  const priceMinor = Math.floor(amountMinor / items);
  const dearer = amountMinor - priceMinor * items;
  if (items > dearer) to.push({ units: items - dearer, priceMinor });
  if (dearer > 0) to.push({ units: dearer, priceMinor: priceMinor + 1 });
}

/** Items of one purchase that count (rules 2.4), cheapest first by what was charged for them. */
export function itemsOf(lines: readonly Kept[], { items: after, rewarded }: NthItem): readonly Units[] {
  const counted: Units[] = [];
  for (const { items, amountMinor, reward } of lines) {
    const [units, minor] = [reward?.items ?? 0, reward?.amountMinor ?? 0];
    push(counted, items - units, amountMinor - minor);
    if (reward?.after !== after || rewarded === 'counts') push(counted, units, minor);
  }
  return counted.sort((a, b) => a.priceMinor - b.priceMinor);
}

/** How many items of a purchase took a reward and were kept. */
export const usedOf = (lines: readonly Kept[], { items: after }: NthItem): number =>
  lines.reduce((sum, { reward }) => sum + (reward?.after === after ? reward.items : 0), 0);

/**
 * Goes on from what is begun and cuts items into cycles: tells what each earns, also where that is nothing, and answers
 * what is begun then. Cycles within one price are one step, so 80,000 units cost no more than one.
 */
export function cutCycles(
  items: readonly Units[],
  { items: after, shareBp }: NthItem,
  begun: Begun,
  earn: (run: Run) => void,
): Begun {
  const full = (rewards: number, minor: number) => {
    if (rewards > 0) earn({ rewards, worthMinor: percentOf(minor, shareBp) });
  };
  let { progress, countedMinor } = begun;
  for (const { units, priceMinor } of items) {
    const missing = after - progress;
    if (units < missing) {
      progress += units;
      countedMinor += units * priceMinor;
      continue;
    }
    full(1, countedMinor + missing * priceMinor);
    const left = units - missing;
    progress = left % after;
    full((left - progress) / after, after * priceMinor);
    countedMinor = progress * priceMinor;
  }
  return { progress, countedMinor };
}
