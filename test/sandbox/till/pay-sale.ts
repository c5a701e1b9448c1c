import { formatDecimal } from '../../../shared/domain/money/decimal.ts';
import { readRewardSign } from '../../../shared/domain/quote/reward-sign.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { Order } from '../world/things.ts';
import type { QuotedSale } from './quote-sale.ts';
import type { Sale } from './till-sale.ts';

/** The cart property in which the till writes the card number; on the order it is a note attribute. */
export const CARD_ATTRIBUTE = 'regulars_card';

/** A new customer's sale names the card as a friend's, and stays their own. */
export const FRIEND_ATTRIBUTE = 'regulars_friend';

const cardProperty = ({ quote }: QuotedSale): string =>
  quote?.welcome === 'given' ? FRIEND_ATTRIBUTE : CARD_ATTRIBUTE;

/** Cash in the drawer: the order of a till, with the discount as the line discounts that its extension sets. */
export function paySale(shop: ShopWorld, sale: Sale, quoted: QuotedSale, locationId: number | null): Order {
  const { currency } = shop.facts();
  // Titled as our discount is, so that reports tell it from what the cashier gives of their own accord.
  const title = shop.discounts()[0]?.title ?? 'Regulars';
  const { lines, rewards } = quoted;
  const byTill = lines.filter(({ discountMinor, isByCode }) => discountMinor > 0 && !isByCode);
  const codes = lines.some(({ isByCode }) => isByCode) ? rewards.applications.slice(0, 1) : [];
  const placeOf = (line: QuotedSale['lines'][number]) => (line.isByCode ? byTill.length : byTill.indexOf(line));
  return shop.placeOrder({
    lines: lines.map((line) => {
      const { variant, quantity, discountMinor } = line;
      const discounts = discountMinor > 0 ? [{ application: placeOf(line), amountMinor: discountMinor }] : [];
      return { variantId: variant.id, quantity, unitMinor: variant.priceMinor, discounts };
    }),
    applications: [
      ...byTill.map(({ discountMinor, title: shown }) => ({
        type: 'manual' as const,
        // A reward bears its sign, by which the order is known to have used it.
        title: readRewardSign(shown) === null ? title : shown,
        code: null,
        valueType: 'fixed_amount' as const,
        value: formatDecimal(discountMinor, currency),
        allocationMethod: 'one' as const,
        targetSelection: 'explicit' as const,
        targetType: 'line_item' as const,
      })),
      ...codes,
    ],
    customerId: sale.customerId,
    noteAttributes: sale.card === null ? [] : [{ name: cardProperty(quoted), value: sale.card.number }],
    sourceName: 'pos',
    locationId,
    staffId: 1,
    gateway: 'cash',
  });
}
