import { NEVER_DISCOUNTED } from '../../../shared/domain/quote/floor.ts';
import { COUNTED, DEFICIT } from '../../../shared/domain/quote/reward-figures.ts';
import { walkBasket } from '../../../shared/domain/quote/walk-basket.ts';
import { readMinor } from './decimal.ts';
import type { InputLine } from './input.ts';

/**
 * Marks the lines whose units take rewards (rules 2.4) with how many and how much, and answers these. Of very many only
 * the first are marked, since they would not fit into the answer; the rewards of the others stay ready.
 */
export function markRewards(lines: readonly InputLine[], figures: number[], scale: number, rate: number): InputLine[] {
  const REWARDED_LINES_MAX = 20;
  const amounts: number[] = [];
  const quantities: number[] = [];
  for (const line of lines) {
    const amount = readMinor(line.c.cartLine.id, scale);
    amounts.push(amount);
    // Gift cards are money for goods to come, and what cannot be read is no goods.
    quantities.push(amount < 0 || (line.m.m?.v as number) >= NEVER_DISCOUNTED ? 0 : line.q);
  }
  // Rewards are counted in the shop's currency; a cart in another one takes them at its rate.
  for (let i = COUNTED; i < figures.length; i += 1)
    if (i !== DEFICIT) figures[i] = Math.round((figures[i] as number) * rate);
  const taken = walkBasket(quantities, amounts, figures);
  const marked: InputLine[] = [];
  for (let i = 0; i < lines.length && marked.length < REWARDED_LINES_MAX; i += 1) {
    // Names of its own make a line dearer, so only those that take something bear them.
    if (taken[2 * i + 1] === 0) continue;
    const line = lines[i] as InputLine;
    line.r = taken[2 * i + 1];
    line.n = taken[2 * i];
    marked.push(line);
  }
  return marked;
}
