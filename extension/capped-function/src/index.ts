import type { Candidate, FunctionResult } from '../../discount-function/src/output.ts';
import type { CappedInput } from './input.ts';
import { underCap } from './under-cap.ts';

/**
 * The target `cart.lines.discounts.generate.run` of the automatic discount for what has a cap (rules 3.6). Whatever is
 * wrong with its input, it gives no discount.
 */
export function cartLinesDiscountsGenerateRun(input: CappedInput): FunctionResult {
  let candidates: readonly Candidate[] = [];
  try {
    candidates = underCap(input);
  } catch {
    // A cart without a discount of ours is a cart; a Function that fails would be everybody's loss.
  }
  if (candidates.length === 0) return { operations: [] };
  return { operations: [{ productDiscountsAdd: { selectionStrategy: 'ALL', candidates } }] };
}
