import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import type { FunctionInput } from '../../discount-function/src/input.ts';

/** What the other discount asks for, and what all lines come to, so that a cap out of reach costs nothing. */
export type CappedInput = Omit<FunctionInput, 'cart'> & {
  readonly cart: FunctionInput['cart'] & {
    readonly c: { readonly s: { readonly a: string; readonly c: CurrencyCode } };
  };
};
