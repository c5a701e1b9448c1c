import { percentOf } from '../money/percent.ts';
import { lineDiscount } from './line-discount.ts';
import type { CartLine, Claim, Quote, QuotedLine } from './quote.ts';

/** The claim a holder is best served with; the first where two are equal. Null when nothing is owed. */
export function bestClaim(claims: readonly Claim[]): Claim | null {
  let best: Claim | null = null;
  for (const claim of claims) if (claim.discountBp > (best?.discountBp ?? 0)) best = claim;
  return best;
}

/**
 * The discount for one cart (rules 3): the best claim on each line, half up per line, cut to the margin floor. Claims
 * are never added. `floorSavedMinor` of the whole also counts lines that the floor left without any discount.
 */
export function quoteCart(lines: readonly CartLine[], claims: readonly Claim[]): Quote {
  const best = bestClaim(claims);
  if (best === null) return { lines: [], totalMinor: 0, floorSavedMinor: 0 };
  const quoted: QuotedLine[] = [];
  let totalMinor = 0;
  let floorSavedMinor = 0;
  for (const { id, amountMinor, floorMinor } of lines) {
    const discountMinor = lineDiscount(amountMinor, floorMinor, best.discountBp);
    const savedMinor = percentOf(amountMinor, best.discountBp) - discountMinor;
    floorSavedMinor += savedMinor;
    if (discountMinor === 0) continue;
    totalMinor += discountMinor;
    quoted.push({ id, discountMinor, floorSavedMinor: savedMinor, ...best });
  }
  return { lines: quoted, totalMinor, floorSavedMinor };
}
