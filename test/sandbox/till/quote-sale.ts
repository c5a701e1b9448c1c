import type { CartForm } from '../../../shared/contract/quote.ts';
import type { QuoteForm, QuoteView } from '../../../shared/contract/till.ts';
import { rewardText } from '../../../shared/domain/quote/reward-sign.ts';
import { findGoods } from '../storefront/cart-lines.ts';
import type { DeployedFunction } from '../storefront/run-discounts.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { Product, Variant } from '../world/things.ts';
import type { AppClient } from './app-client.ts';
import { rewardsOfSale, type SaleRewards, whoOf } from './sale-rewards.ts';
import { locationOfTill, type Sale } from './till-sale.ts';

export type SaleLine = {
  readonly product: Product;
  readonly variant: Variant;
  readonly quantity: number;
  readonly fullMinor: number;
  readonly discountMinor: number;
  /** What stands beside it on the receipt. */
  readonly title: string;
  /** Whether the discount is the code's; else the till's own. */
  readonly isByCode: boolean;
};

/** A sale with what the app grants on each line; `refusal` when it could not say. */
export type QuotedSale = {
  readonly lines: readonly SaleLine[];
  readonly fullMinor: number;
  readonly discountMinor: number;
  /** What stands on the receipt beside the discount. */
  readonly title: string;
  readonly quote: QuoteView | null;
  readonly refusal: string | null;
  readonly rewards: SaleRewards;
};

/** Asks the app what the cart costs with this card or customer; without either nothing is asked. */
export async function quoteSale(
  app: AppClient,
  shop: ShopWorld,
  deployed: readonly DeployedFunction[],
  sale: Sale,
): Promise<QuotedSale> {
  const goods = sale.lines.flatMap(({ variantId, quantity }) => {
    const found = findGoods(shop.state, variantId);
    return found === null ? [] : [{ ...found, quantity, fullMinor: found.variant.priceMinor * quantity }];
  });
  const answer =
    goods.length === 0 || (sale.card === null && sale.customerId === null)
      ? null
      : await app.post<QuoteView>('/ext/quote', {
          ...quoteForm(sale, goods),
          locationId: locationOfTill(shop),
        });
  const quote = answer?.ok ? answer.value : null;
  const title = quote?.programName ?? 'Regulars';
  const asked = await rewardsOfSale(app, shop, deployed, sale, goods);
  const own = goods.map((line) => {
    const rewards = quote?.lines.find(({ id }) => id === String(line.variant.id))?.rewards ?? null;
    const titled = rewards === null ? title : rewardText(title, rewards.after, rewards.count);
    const discountMinor = grantedOn(quote, line.variant.id, line.fullMinor);
    return { ...line, discountMinor, title: titled, isByCode: false };
  });
  const { lines, rewards } = withCode(own, asked);
  return {
    lines,
    fullMinor: lines.reduce((sum, { fullMinor }) => sum + fullMinor, 0),
    discountMinor: lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0),
    title,
    quote,
    refusal: answer === null || answer.ok ? null : answer.sentence,
    rewards,
  };
}

const sumOf = (lines: readonly SaleLine[]): number => lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0);

/**
 * The code beside the till's own line discounts, never both on one line: a gift takes its line, and a percentage the
 * whole sale, on which the till then sets nothing itself. What comes to no more than without it is kept.
 */
function withCode(own: readonly SaleLine[], rewards: SaleRewards): Pick<QuotedSale, 'lines' | 'rewards'> {
  const { code, takes, isGift } = rewards;
  if (code === null) return { lines: own, rewards };
  const lines = own.map((line): SaleLine => {
    const taken = takes.get(line.variant.id) ?? 0;
    if (isGift && taken <= line.discountMinor) return line;
    return { ...line, discountMinor: taken, title: code, isByCode: taken > 0 };
  });
  return sumOf(lines) > sumOf(own) ? { lines, rewards } : { lines: own, rewards: { ...rewards, code: null } };
}

type Goods = {
  readonly variant: Variant;
  readonly product: Product;
  readonly quantity: number;
  readonly fullMinor: number;
};

/** The customer of the sale goes along with the card: it may be a friend's (rules 2.7). */
const quoteForm = (sale: Sale, goods: readonly Goods[]): QuoteForm => ({
  ...whoOf(sale),
  shopifyCustomerId: sale.customerId === null ? null : String(sale.customerId),
  lines: cartForm(goods),
});

/** Goods as the app is asked about them. */
export const cartForm = (goods: readonly Goods[]): CartForm =>
  goods.map(({ variant, product, quantity, fullMinor }) => ({
    id: String(variant.id),
    quantity,
    amountMinor: fullMinor,
    unitCostMinor: variant.unitCostMinor,
    isGiftCard: product.isGiftCard,
    productId: String(product.id),
  }));

/** Never more than the line is worth, whatever the app says. */
function grantedOn(quote: QuoteView | null, variantId: number, fullMinor: number): number {
  const granted = quote?.lines.find(({ id }) => id === String(variantId))?.discountMinor ?? 0;
  return Math.max(0, Math.min(granted, fullMinor));
}
