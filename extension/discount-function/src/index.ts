import { discountsOf } from './discounts.ts';
import type { FunctionInput } from './input.ts';
import type { FunctionResult } from './output.ts';

/**
 * The Function's target `cart.lines.discounts.generate.run`. Whatever is wrong with its input, it gives no discount.
 */
export function cartLinesDiscountsGenerateRun(input: FunctionInput): FunctionResult {
  try {
    return discountsOf(input);
  } catch {
    return { operations: [] };
  }
}
