import type { Claim } from '../quote/quote.ts';
import type { CustomerStanding } from './standing.ts';

/** What checkout may give: every program the customer takes part in with a discount above zero. */
export function claimsOf({ standings }: CustomerStanding): readonly Claim[] {
  return standings
    .filter((s) => s.takesPart && s.discountBp > 0)
    .map(({ programId, discountBp, capMinor }) => {
      return capMinor === undefined ? { programId, discountBp } : { programId, discountBp, capMinor };
    });
}
