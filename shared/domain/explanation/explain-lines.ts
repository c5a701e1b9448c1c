import type { ProductId, ProgramId } from '../ids.ts';
import { holdsOf } from '../program/scope.ts';
import type { OrderLine, OrderSnapshot } from '../purchase/purchase.ts';
import { uncapped } from '../quote/cap.ts';
import type { QuotedLine } from '../quote/quote.ts';
import { quoteCart } from '../quote/quote-cart.ts';
import type { Owed } from '../standing/owed.ts';
import type { ExplainedLine } from './explanation.ts';

const fullOf = ({ priceMinor, quantity }: OrderLine): number => priceMinor * quantity;

const othersOf = (line: OrderLine): number => Math.max(0, fullOf(line) - line.amountMinor - line.ourDiscountMinor);

/** The quote of an order's goods without a floor, by line id; `worth`: what each line comes to before our discount. */
function quoted(lines: readonly OrderLine[], { claims, reward }: Owed, worth: (line: OrderLine) => number) {
  // What is paid for a gift card is money for goods to come, so no discount of ours touches it.
  const goods = lines.filter(({ isGiftCard, quantity }) => !isGiftCard && quantity > 0);
  const cart = goods.map((line) => {
    const { lineId, quantity, productId } = line;
    return { id: lineId, quantity, amountMinor: worth(line), floorMinor: 0, productId };
  });
  return new Map<string, QuotedLine>(quoteCart(cart, claims, reward).lines.map((line) => [line.id, line]));
}

/** Finds the lines of which a cap left less than the percentage comes to. */
function cappedIn(lines: readonly OrderLine[], owed: Owed, worth: (line: OrderLine) => number) {
  if (owed.claims.every(({ capMinor }) => capMinor === undefined)) return () => false;
  const [most, left] = [quoted(lines, { ...owed, claims: uncapped(owed.claims) }, worth), quoted(lines, owed, worth)];
  const of = (quote: typeof most, { lineId }: OrderLine) => quote.get(lineId)?.discountMinor ?? 0;
  return (line: OrderLine): boolean => of(left, line) < of(most, line);
}

/** Finds the programs that owe something, and not on this line: it is none of their goods. */
export function outsideOf({ claims, reward }: Owed) {
  const scoped = [...claims, ...(reward === null ? [] : [reward])].map(({ programId, scope }) => {
    return { programId, holds: holdsOf(scope) };
  });
  return ({ productId = null }: { readonly productId?: ProductId | null }): readonly ProgramId[] => {
    const outside = scoped.filter(({ holds }) => !holds(productId)).map(({ programId }) => programId);
    return [...new Set(outside)];
  };
}

/**
 * Each line as it was sold, and what was owed on it, by the very arithmetic of a cart (rules 3.1, 2.4). With no other
 * discount on the line that is one amount; with others it lies between the quote of what they left and that of the
 * full price.
 */
export function explainLines({ lines }: OrderSnapshot, owed: Owed): readonly ExplainedLine[] {
  const worth = (line: OrderLine) => Math.max(0, fullOf(line) - othersOf(line));
  const left = quoted(lines, owed, worth);
  const isCapped = cappedIn(lines, owed, worth);
  const full = quoted(lines, owed, fullOf);
  const outside = outsideOf(owed);
  return lines.map((line) => {
    const { lineId, title, quantity, ourDiscountMinor: takenMinor } = line;
    const offers = [left.get(lineId), full.get(lineId)];
    const given = offers.map((offer) => offer?.discountMinor ?? 0);
    return {
      ...{ lineId, title, quantity, takenMinor },
      fullMinor: fullOf(line),
      othersMinor: othersOf(line),
      fromMinor: Math.min(...given),
      toMinor: Math.max(...given),
      programId: (offers[0] ?? offers[1])?.programId ?? null,
      rewards: offers[0]?.rewards?.count ?? 0,
      isCapped: isCapped(line),
      outside: outside(line),
    };
  });
}
