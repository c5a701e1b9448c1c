import { discountsOf } from './discounts.ts';
import type { FunctionInput } from './input.ts';
import type { Candidate, FunctionResult } from './output.ts';

/**
 * The Function's target `cart.lines.discounts.generate.run`. Whatever is wrong with its input, it gives no discount.
 */
export function cartLinesDiscountsGenerateRun(input: FunctionInput): FunctionResult {
  let candidates: Candidate[] = [];
  try {
    candidates = discountsOf(input);
  } catch {
    // A cart without a discount of ours is a cart; a Function that fails would be everybody's loss.
  }
  if (candidates.length === 0) return { operations: [] };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
}
