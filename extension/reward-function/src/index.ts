import type { Candidate, FunctionResult } from '../../discount-function/src/output.ts';
import type { RewardInput } from './input.ts';
import { percentOff } from './percent-off.ts';

/**
 * The target `cart.lines.discounts.generate.run` of discounts by code that give a percentage once (rules 2.8). Whatever
 * is wrong with its input, it gives no discount. Whether a code may still be used, Shopify has decided before it asks.
 */
export function cartLinesDiscountsGenerateRun(input: RewardInput): FunctionResult {
  let candidates: readonly Candidate[] = [];
  try {
    candidates = percentOff(input);
  } catch {
    // A cart without its reward is a cart, and the reward stays ready; a Function that fails would be everybody's loss.
  }
  if (candidates.length === 0) return { operations: [] };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
}
