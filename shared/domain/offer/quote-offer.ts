import type { ProductId } from '../ids.ts';
import { lineDiscount } from '../quote/line-discount.ts';
import type { CartLine } from '../quote/quote.ts';
import type { OfferGives } from './offer.ts';

/** A line that also says what it is of; null: nothing the shop lists. */
export type OfferLine = CartLine & { readonly productId: ProductId | null };

/** The dearest unit of a product; of lines that are equal the first. -1: none of it is there. */
function giftLine(lines: readonly OfferLine[], productId: ProductId): number {
  let found = -1;
  let most = 0;
  for (const [i, line] of lines.entries()) {
    const unit = line.productId === productId && line.quantity > 0 ? unitOf(line) : 0;
    if (unit <= most) continue;
    found = i;
    most = unit;
  }
  return found;
}

/** The first unit of a line, on which its remainder is (rules 1). */
const unitOf = ({ amountMinor, quantity }: OfferLine): number => Math.ceil(amountMinor / quantity);

/**
 * What a one-off reward takes from each line, in minor units of the cart's currency (rules 2.6, 2.8): a percentage half
 * up per line, cut to the floor; or one unit of the product for nothing, the dearest, which no floor cuts, since the
 * merchant chose to give it away (decision 0053).
 */
export function offerDiscounts(lines: readonly OfferLine[], gives: OfferGives): readonly number[] {
  if (gives.kind === 'percent')
    return lines.map(({ amountMinor, floorMinor }) => lineDiscount(amountMinor, floorMinor, gives.discountBp));
  const gift = giftLine(lines, gives.productId);
  return lines.map((line, i) => (i === gift ? unitOf(line) : 0));
}
