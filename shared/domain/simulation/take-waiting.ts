import type { Run } from '../standing/cycles.ts';
import type { PastLine } from './history.ts';

/** Of a line, what a basket is walked by. */
export type PastUnits = Pick<PastLine, 'quantity' | 'amountMinor'>;

/** So many units of one line at one price. */
type Block = { readonly line: number; readonly priceMinor: number; units: number };

/** A basket after rewards that waited: what was taken, as `walkBasket` answers it, and what is left line by line. */
export type AfterWaiting = {
  readonly taken: number[];
  readonly quantities: number[];
  readonly amounts: number[];
};

/** The units that cost something from the dearest to the cheapest, ties by line. */
function dearestFirst(lines: readonly PastUnits[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const [line, { quantity, amountMinor }] of lines.entries()) {
    if (quantity === 0) continue;
    const dearer = amountMinor % quantity;
    const priceMinor = (amountMinor - dearer) / quantity;
    if (dearer > 0) blocks.push({ line, priceMinor: priceMinor + 1, units: dearer });
    if (priceMinor > 0) blocks.push({ line, priceMinor, units: quantity - dearer });
  }
  return blocks.sort((a, b) => b.priceMinor - a.priceMinor || a.line - b.line);
}

/**
 * What a basket takes of rewards that wait before it counts anything (rules 2.4): the dearest unit the oldest reward,
 * the rest of which lapses. As `walkBasket` does it, but rewards alike and units alike in one step, since thousands
 * may wait in a past without a checkout that bounds them.
 */
export function takeWaiting(lines: readonly PastUnits[], waiting: readonly Run[]): AfterWaiting {
  const taken = lines.flatMap(() => [0, 0]);
  const quantities = lines.map(({ quantity }) => quantity);
  const amounts = lines.map(({ amountMinor }) => amountMinor);
  const blocks = dearestFirst(lines);
  let at = 0;
  for (const { rewards, worthMinor } of waiting) {
    let left = rewards;
    for (let block = blocks[at]; block !== undefined && left > 0; block = blocks[at]) {
      const { line, priceMinor } = block;
      const units = Math.min(left, block.units);
      taken[2 * line] = (taken[2 * line] ?? 0) + units;
      taken[2 * line + 1] = (taken[2 * line + 1] ?? 0) + units * Math.min(worthMinor, priceMinor);
      quantities[line] = (quantities[line] ?? 0) - units;
      amounts[line] = (amounts[line] ?? 0) - units * priceMinor;
      left -= units;
      block.units -= units;
      if (block.units === 0) at += 1;
    }
  }
  return { taken, quantities, amounts };
}
