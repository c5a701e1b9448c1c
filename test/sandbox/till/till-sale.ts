import type { TillCardView } from '../../../shared/contract/till.ts';
import type { ShopWorld } from '../world/shop-world.ts';

/** A sentence for the cashier. */
export type Said = { readonly look: 'good' | 'gold' | 'bad'; readonly text: string };

/** What stands in front of the cashier. Amounts in the shop's currency. */
export type Sale = {
  readonly lines: readonly { readonly variantId: number; readonly quantity: number }[];
  /** The card that was scanned and may be used. */
  readonly card: TillCardView | null;
  /** The Shopify customer of the sale. */
  readonly customerId: number | null;
  /** A blank card that waits for the questionnaire. */
  readonly blank: TillCardView | null;
  /** The reward the cashier chose, by its code; `best`: nobody chose; `none`: it is kept for another time. */
  readonly reward: string;
  /** People found by the last search. */
  readonly found: readonly number[];
  /** What the till has to say; gone with the next deed. */
  readonly says: Said | null;
  /** The order that was just paid. */
  readonly paidOrderId: number | null;
  /** By which the quote of that order is worked out again. */
  readonly quoteReference: string | null;
};

/** The shop's first location is where its till stands; null: it has none. */
export const locationOfTill = (shop: ShopWorld): string | null => {
  const [location] = shop.facts().locations;
  return location === undefined ? null : String(location.id);
};

export const emptySale: Sale = {
  lines: [],
  card: null,
  customerId: null,
  blank: null,
  reward: 'best',
  found: [],
  says: null,
  paidOrderId: null,
  quoteReference: null,
};

/** One more (or `step` more or fewer) of something; none left takes the line out. */
export function step(sale: Sale, variantId: number, by: number): Sale {
  const known = sale.lines.find((line) => line.variantId === variantId);
  if (known === undefined) return by > 0 ? { ...sale, lines: [...sale.lines, { variantId, quantity: by }] } : sale;
  const lines = sale.lines.map((line) => (line === known ? { ...line, quantity: line.quantity + by } : line));
  return { ...sale, lines: lines.filter(({ quantity }) => quantity > 0) };
}
