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
  const blocks: number[] = [];
  for (const key of new Float64Array(keys).sort()) blocks.push(key % places);
  return blocks;
}

/**
 * Cycles that are all of one price: as often as the dearest takes the reward that `after` of the cheapest have just
 * earned and as many are counted again, it is all the same.
 */
function repeat(
  taken: number[],
  left: number[],
  cheapest: number,
  dearest: number,
  after: number,
  given: number,
): void {
  const rewards = given > 0 ? 1 : 0;
  const at = dearest & ~1;
  const again = (left[cheapest] as number) / (cheapest === dearest ? after + rewards : after);
  const cycles = Math.floor(cheapest === dearest ? again : Math.min(again, left[dearest] as number));
  taken[at] = (taken[at] as number) + cycles * rewards;
  taken[at + 1] = (taken[at + 1] as number) + cycles * given;
  left[cheapest] = (left[cheapest] as number) - cycles * after;
  left[dearest] = (left[dearest] as number) - cycles * rewards;
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
  const taken = new Array<number>(2 * amounts.length).fill(0);
  const left: number[] = [];
  const prices: number[] = [];
  const blocks = blocksOf(quantities, amounts, left, prices);
  let low = 0;
  let end = blocks.length;
  let next = READY;
  let surplus = 0;
  while (after > progress) {
    while (end > 0 && left[blocks[end - 1] as number] === 0) end -= 1;
    if (end === 0) break;
    while (left[blocks[low] as number] === 0) low += 1;
    let cheapest = blocks[low] as number;
    let dearest = blocks[end - 1] as number;
    const top = prices[dearest] as number;
    for (let i = end - 2; i >= low && prices[blocks[i] as number] === top; i -= 1)
      if (left[blocks[i] as number] !== 0) dearest = blocks[i] as number;
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
      for (;;) {
        units = Math.min(left[cheapest] as number, deficit || after - progress);
        left[cheapest] = (left[cheapest] as number) - units;
        // Whole blocks that do not fill the cycle are counted one after the other: nothing can come between them.
        if (deficit > 0 || progress + units === after || low === end - 1) break;
        progress += units;
        counted += units * price;
        low += 1;
        cheapest = blocks[low] as number;
        price = prices[cheapest] as number;
      }
    }
    if (deficit > 0) deficit -= units;
    else {
      progress += units;
      counted += units * price;
      if (progress === after) {
        const reward = percentOf(counted, figures[SHARE] as number);
        if (units === after && options === 0) repeat(taken, left, cheapest, dearest, after, Math.min(reward, top));
        if (reward > 0) figures.push(reward);
        progress = 0;
        counted = 0;
      }
    }
  }
  figures.splice(PROGRESS, next - PROGRESS, progress, counted, deficit);
  return taken;
}
