import { writeStatement } from '../../shared/domain/entitlement/write-statement.ts';
import type { RewardsOwed } from '../../shared/domain/quote/rewards.ts';
import { aNumber } from '../support/builders/a-card.ts';
import { type CheckoutCart, type CheckoutLine, keys, lineGid, SHOP } from './checkout-cart.ts';

const DAY = '2026-11-22';

/** What a long cart differs in. `cut`: how many lines the floor cuts; `bp`: of the card that was typed. */
export type LongCart = {
  readonly lines: number;
  readonly cut?: number;
  readonly bp?: number;
  readonly floorOn?: boolean;
  readonly message?: string;
  readonly loggedIn?: CheckoutCart['loggedIn'];
  readonly storefront?: string | null;
};

/** A card that was typed on a day. */
export const typedCard = (
  discountBp: number,
  day = DAY,
  rewards?: RewardsOwed,
  more: { readonly capMinor?: number } = {},
): string =>
  writeStatement(keys.newest, {
    shop: SHOP,
    cardNumber: aNumber(1),
    sequence: 123_456,
    fromDay: day,
    untilDay: day,
    discountBp,
    ...more,
    ...(rewards === undefined ? {} : { rewards }),
  });

/**
 * A cart of many lines with other prices, quantities and costs, two keys to check a card against, and the cut lines
 * spread over it; each is cut to another share of what it would get.
 */
export function longCart(said: LongCart): CheckoutCart {
  const { lines, cut = 0, bp = 1_000, floorOn = true, message = 'Your {percent} as a regular', loggedIn = null } = said;
  const isCut = (i: number) => Math.floor(((i + 1) * cut) / lines) > Math.floor((i * cut) / lines);
  return {
    day: DAY,
    currency: 'EUR',
    rate: '1.0',
    rules: { shop: SHOP, currency: 'EUR', marginBp: 500, floorOn, keys: [keys.newest, keys.before], message },
    loggedIn,
    statement: { storefront: said.storefront === undefined ? typedCard(bp) : said.storefront, checkout: null },
    lines: Array.from({ length: lines }, (_, i): CheckoutLine => {
      const unitMinor = 1_999 + i * 101;
      const left = 1 - (bp / 10_000) * ((i + 0.5) / lines);
      const costMinor = Math.floor((unitMinor * (isCut(i) ? left : (1 - bp / 10_000) * 0.8)) / 1.05);
      return { id: lineGid(i), quantity: 1 + (i % 3), unitMinor, costMinor, kind: 'goods' };
    }),
  };
}
