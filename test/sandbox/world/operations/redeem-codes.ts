import type { CodeDiscount, RedeemCode } from '../codes.ts';
import type { ShopState } from '../state.ts';
import type { DiscountApplication } from '../things.ts';

/** Codes are the same in whatever letters they are typed. */
const isSame = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

/** A code and the discount it is of; null: the shop has no such code. */
export function findCode(
  { codeDiscounts }: ShopState,
  typed: string,
): { readonly discount: CodeDiscount; readonly code: RedeemCode } | null {
  for (const discount of codeDiscounts.values()) {
    const code = discount.codes.find((each) => isSame(each.code, typed));
    if (code !== undefined) return { discount, code };
  }
  return null;
}

/** Whether one more order may use it; the limit is each code's own. */
export const isUsable = ({ usageLimit }: CodeDiscount, { used }: RedeemCode): boolean =>
  usageLimit === null || used < usageLimit;

/** An order names codes: each is used once more. What is given back later does not make it unused, as in Shopify. */
export function countUses(state: ShopState, applications: readonly DiscountApplication[]): void {
  const named = new Set(applications.flatMap(({ code }) => (code === null ? [] : code.toUpperCase())));
  for (const typed of named) {
    const found = findCode(state, typed);
    if (found === null) continue;
    const { discount, code } = found;
    const codes = discount.codes.map((each) => (each === code ? { ...each, used: each.used + 1 } : each));
    state.codeDiscounts.set(discount.id, { ...discount, codes });
  }
}
