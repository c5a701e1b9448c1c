import type { BasisPoints } from '../money/money.ts';
import { capOf } from '../quote/cap.ts';
import type { Claim } from '../quote/quote.ts';
import { bestClaim } from '../quote/quote-cart.ts';

/** A claim, and up to how much together it is added to others; null: it is not. */
export type Addable = { readonly claim: Claim; readonly upToBp: BasisPoints | null };

/**
 * The best of the programs that are not added, and on top of it all that are, up to the lowest of their limits and of
 * the caps (decision 0056); null: there is nothing to add up.
 */
export function withAdded(owed: readonly Addable[]): Claim | null {
  const adding = owed.filter(({ upToBp }) => upToBp !== null);
  const alone = owed.filter(({ upToBp }) => upToBp === null);
  const base = bestClaim((alone.length > 0 ? alone : adding).map(({ claim }) => claim));
  const more = adding.filter(({ claim }) => claim.programId !== base?.programId);
  if (base === null || more.length === 0) return null;
  const all = [base, ...more.map(({ claim }) => claim)];
  const limits = adding.map(({ upToBp }) => upToBp ?? 0);
  const sum = all.reduce((total, { discountBp }) => total + discountBp, 0);
  const capMinor = Math.min(...all.map(capOf));
  return {
    programId: base.programId,
    discountBp: Math.min(sum, ...limits),
    with: more.map(({ claim }) => claim.programId),
    ...(capMinor === Number.POSITIVE_INFINITY ? {} : { capMinor }),
  };
}
