import type { Claim } from '../quote/quote.ts';
import { bestClaim } from '../quote/quote-cart.ts';
import { withAdded } from './added.ts';
import type { CustomerStanding } from './standing.ts';

/**
 * What checkout may give: every program the customer takes part in with a discount above zero, and before them what
 * programs come to that the merchant adds up (rules 3.2), where that is more than the best alone.
 */
export function claimsOf({ standings }: CustomerStanding): readonly Claim[] {
  const owed = standings.filter((s) => s.takesPart && s.discountBp > 0);
  const claims = owed.map(({ programId, discountBp, capMinor }): Claim => {
    return capMinor === undefined ? { programId, discountBp } : { programId, discountBp, capMinor };
  });
  const added = withAdded(owed.map((one, i) => ({ claim: claims[i] as Claim, upToBp: one.addedUpToBp ?? null })));
  return added !== null && added.discountBp > (bestClaim(claims)?.discountBp ?? 0) ? [added, ...claims] : claims;
}
