import type { QuoteForm, QuoteView } from '../../../shared/contract/till.ts';
import { rewardText } from '../../../shared/domain/quote/reward-sign.ts';
import { findGoods } from '../storefront/cart-lines.ts';
import type { ShopState } from '../world/state.ts';
import type { Product, Variant } from '../world/things.ts';
import type { AppClient } from './app-client.ts';
import type { Sale } from './till-sale.ts';

export type SaleLine = {
  readonly product: Product;
  readonly variant: Variant;
  readonly quantity: number;
  readonly fullMinor: number;
  readonly discountMinor: number;
  /** What stands beside it on the receipt. */
  readonly title: string;
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
};

/** Asks the app what the cart costs with this card or customer; without either nothing is asked. */
export async function quoteSale(app: AppClient, state: ShopState, sale: Sale): Promise<QuotedSale> {
  const goods = sale.lines.flatMap(({ variantId, quantity }) => {
    const found = findGoods(state, variantId);
    return found === null ? [] : [{ ...found, quantity, fullMinor: found.variant.priceMinor * quantity }];
  });
  const answer =
    goods.length === 0 || (sale.card === null && sale.customerId === null)
      ? null
      : await app.post<QuoteView>('/ext/quote', quoteForm(sale, goods));
  const quote = answer?.ok ? answer.value : null;
  const title = quote?.programName ?? 'Regulars';
  const lines = goods.map((line) => {
    const rewards = quote?.lines.find(({ id }) => id === String(line.variant.id))?.rewards ?? null;
    const titled = rewards === null ? title : rewardText(title, rewards.after, rewards.count);
    return { ...line, discountMinor: grantedOn(quote, line.variant.id, line.fullMinor), title: titled };
  });
  return {
    lines,
    fullMinor: lines.reduce((sum, { fullMinor }) => sum + fullMinor, 0),
    discountMinor: lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0),
    title,
    quote,
    refusal: answer === null || answer.ok ? null : answer.sentence,
  };
}

type Goods = {
  readonly variant: Variant;
  readonly product: Product;
  readonly quantity: number;
  readonly fullMinor: number;
};

const quoteForm = ({ card, customerId }: Sale, goods: readonly Goods[]): QuoteForm => ({
  cardNumber: card?.number ?? null,
  shopifyCustomerId: card === null && customerId !== null ? String(customerId) : null,
  lines: goods.map(({ variant, product, quantity, fullMinor }) => ({
    id: String(variant.id),
    quantity,
    amountMinor: fullMinor,
    unitCostMinor: variant.unitCostMinor,
    isGiftCard: product.isGiftCard,
  })),
});

/** Never more than the line is worth, whatever the app says. */
function grantedOn(quote: QuoteView | null, variantId: number, fullMinor: number): number {
  const granted = quote?.lines.find(({ id }) => id === String(variantId))?.discountMinor ?? 0;
  return Math.max(0, Math.min(granted, fullMinor));
}
