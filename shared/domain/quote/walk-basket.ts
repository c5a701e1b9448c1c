import { percentOf } from '../money/percent.ts';
import { AFTER, COUNTED, DEFICIT, OPTIONS, PROGRESS, READY, SHARE } from './reward-figures.ts';

/**
 * The units of a basket in blocks of one line and price: two places a line, the second for units that are a minor unit
 * dearer where the amount is not spread evenly. Fills how many units lie in each place and their price, and answers the
 * places that hold any, from the cheapest to the dearest, ties by line. Price and place are one number, so that they
 * are sorted without a function of ours; amounts that would not fit are no goods.
 */
function blocksOf(
  quantities: readonly number[],
  amounts: readonly number[],
  left: number[],
  prices: number[],
): readonly number[] {
  const places = amounts.length * 2;
  const keys: number[] = [];
  for (let line = 0; line < amounts.length; line += 1) {
    const quantity = quantities[line] as number;
    const amount = amounts[line] as number;
    const dearer = quantity > 1 ? amount % quantity : 0;
    const price = quantity > 1 ? (amount - dearer) / quantity : amount;
    const key = price * places + line * 2;
    left.push(quantity - dearer, dearer);
    prices.push(price, price + 1);
    if (quantity > 0 && key < 2 ** 52) keys.push(key);
    if (dearer > 0 && key < 2 ** 52) keys.push(key + places + 1);
  }
  const sorted = new Float64Array(keys).sort();
  const blocks: number[] = [];
  for (let i = 0; i < sorted.length; i += 1) blocks.push((sorted[i] as number) % places);
  return blocks;
}

/** Among the blocks of the highest price the first that units are left in; of the last one there are. */
function firstOfLast(blocks: readonly number[], left: readonly number[], prices: readonly number[]): number {
  let first = blocks[blocks.length - 1] as number;
  for (let i = blocks.length - 2; i >= 0 && prices[blocks[i] as number] === prices[first]; i -= 1)
    if (left[blocks[i] as number] !== 0) first = blocks[i] as number;
  return first;
}

/**
 * One basket by rules 2.4: while units are left, the dearest takes the oldest reward that is ready, else the cheapest
 * is counted, and with the n-th a reward is ready. Takes quantity and amount of each line and the holder's figures.
 * Answers two numbers for each line, how many rewards its units took and what these give together, and leaves in
 * `figures` what the holder has after the basket.
 *
 * Blocks have a place at either end that only moves on, and cycles that are all alike are one step: 80,000 units cost
 * no more than a few. Rows of numbers without names, because checkout pays for every function and name when its bundle
 * is read, and for names that live in a block.
 */
export function walkBasket(quantities: readonly number[], amounts: readonly number[], figures: number[]): number[] {
  const after = (figures[AFTER] as number) | 0;
  const options = figures[OPTIONS] as number;
  let progress = figures[PROGRESS] as number;
  let counted = figures[COUNTED] as number;
  let deficit = figures[DEFICIT] as number;
  const taken: number[] = [];
  const left: number[] = [];
  const prices: number[] = [];
  const blocks = blocksOf(quantities, amounts, left, prices);
  for (let i = 0; i < amounts.length; i += 1) taken.push(0, 0);
  let low = 0;
  let end = blocks.length;
  let next = READY;
  let surplus = 0;
  while (after > progress) {
    while (end > 0 && left[blocks[end - 1] as number] === 0) end -= 1;
    if (end === 0) break;
    while (left[blocks[low] as number] === 0) low += 1;
    const cheapest = blocks[low] as number;
    const dearest = firstOfLast(blocks.slice(low, end), left, prices);
    const top = prices[dearest] as number;
    const at = dearest & ~1;
    const worth = surplus > 0 ? surplus : (figures[next] ?? 0);
    let units = 0;
    let price = prices[cheapest] as number;
    // What is free takes no reward, so that none is spent on nothing.
    if (worth > 0 && top > 0) {
      const given = Math.min(worth, top);
      // What only takes a surplus takes no reward, so it is counted at what is left to be paid for it.
      units = surplus > 0 || options > 1 ? 1 : 0;
      price = top - given;
      taken[at + 1] = (taken[at + 1] as number) + given;
      if (surplus === 0) {
        taken[at] = (taken[at] as number) + 1;
        next += 1;
      }
      left[dearest] = (left[dearest] as number) - 1;
      surplus = options % 2 === 1 ? worth - given : 0;
    } else {
      surplus = 0;
      units = Math.min(left[cheapest] as number, deficit || after - progress);
      left[cheapest] = (left[cheapest] as number) - units;
    }
    if (deficit > 0) deficit -= units;
    else {
      progress += units;
      counted += units * price;
      if (progress === after) {
        const reward = percentOf(counted, figures[SHARE] as number);
        const rewards = reward > 0 ? 1 : 0;
        if (units === after && options === 0) {
          // All of one price: as often as this reward is taken and as many are counted again, it is all the same.
          const again = (left[cheapest] as number) / (cheapest === dearest ? after + rewards : after);
          const cycles = Math.floor(cheapest === dearest ? again : Math.min(again, left[dearest] as number));
          taken[at] = (taken[at] as number) + cycles * rewards;
          taken[at + 1] = (taken[at + 1] as number) + cycles * Math.min(reward, top);
          left[cheapest] = (left[cheapest] as number) - cycles * after;
          left[dearest] = (left[dearest] as number) - cycles * rewards;
        }
        if (reward > 0) figures.push(reward);
        progress = 0;
        counted = 0;
      }
    }
  }
  figures.splice(PROGRESS, next - PROGRESS, progress, counted, deficit);
  return taken;
}
