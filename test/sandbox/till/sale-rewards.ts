import type { ConfirmedRewardView, RewardsForm, RewardsView } from '../../../shared/contract/till.ts';
import { emptyCart } from '../storefront/cart.ts';
import { orderApplication } from '../storefront/place-web-order.ts';
import { type CartPrice, priceCart } from '../storefront/price-cart.ts';
import type { DeployedFunction } from '../storefront/run-discounts.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { DiscountApplication, Product, Variant } from '../world/things.ts';
import type { AppAnswer, AppClient } from './app-client.ts';
import { locationOfTill, type Sale } from './till-sale.ts';

type Goods = { readonly product: Product; readonly variant: Variant; readonly quantity: number };

/** What the holder may use once, and what the code that is on the sale takes off, by variant. */
export type SaleRewards = {
  readonly rewards: RewardsView['rewards'];
  readonly code: string | null;
  readonly takes: ReadonlyMap<number, number>;
  /** Only one unit is given; else the code is for the whole sale. */
  readonly isGift: boolean;
  readonly applications: readonly DiscountApplication[];
};

export const noRewards: SaleRewards = { rewards: [], code: null, takes: new Map(), isGift: false, applications: [] };

export const whoOf = ({ card, customerId }: Sale) => ({
  cardNumber: card?.number ?? null,
  shopifyCustomerId: card === null && customerId !== null ? String(customerId) : null,
});

/**
 * Asks the app which codes there are; the one that is worth most goes onto the sale by itself, unless the cashier chose
 * another one or none. What it takes off, Shopify says: its Function is run as `addCartCodeDiscount` would have it.
 */
export async function rewardsOfSale(
  app: AppClient,
  shop: ShopWorld,
  deployed: readonly DeployedFunction[],
  sale: Sale,
  goods: readonly Goods[],
): Promise<SaleRewards> {
  if (goods.length === 0 || (sale.card === null && sale.customerId === null)) return noRewards;
  const answer = await app.post<RewardsView>('/ext/rewards', {
    ...formOf(sale, goods),
    locationId: locationOfTill(shop),
  });
  if (!answer.ok || answer.value.rewards.length === 0) return noRewards;
  const { rewards, best } = answer.value;
  const chosen = rewards.find(({ code }) => code === sale.reward) === undefined ? best : sale.reward;
  const code = sale.reward === 'none' ? null : chosen;
  if (code === null) return { ...noRewards, rewards };
  const price = await priceWith(shop, deployed, code, goods);
  const isGift = rewards.some((each) => each.code === code && each.gives.kind === 'gift');
  const applications = price.applications.map(orderApplication);
  return { rewards, code, takes: takenBy(price), isGift, applications };
}

/** The server's last word before the money is taken. */
export const confirmReward = (app: AppClient, sale: Sale, code: string): Promise<AppAnswer<ConfirmedRewardView>> =>
  app.post<ConfirmedRewardView>(`/ext/rewards/${encodeURIComponent(code)}/confirm`, whoOf(sale));

const formOf = (sale: Sale, goods: readonly Goods[]): RewardsForm => ({
  ...whoOf(sale),
  lines: goods.map(({ product, variant, quantity }) => ({
    id: String(variant.id),
    quantity,
    amountMinor: variant.priceMinor * quantity,
    productId: String(product.id),
    isGiftCard: product.isGiftCard,
  })),
});

/** The code alone: the automatic discount does not run at a till like this one. */
function priceWith(
  shop: ShopWorld,
  deployed: readonly DeployedFunction[],
  code: string,
  goods: readonly Goods[],
): Promise<CartPrice> {
  const { currency } = shop.facts();
  const lines = goods.map(({ product, variant, quantity }) => {
    const line = { key: String(variant.id).padStart(32, '0'), variantId: variant.id, quantity, properties: [] };
    return { line, product, variant, unitMinor: variant.priceMinor, compareAtMinor: variant.compareAtMinor };
  });
  const byCode = deployed.filter(({ handle }) => !['regulars-discount', 'regulars-capped'].includes(handle));
  const cart = { ...emptyCart('till', currency), codes: [code], lines: lines.map(({ line }) => line) };
  return priceCart(byCode, shop.state, { cart, lines, location: null }, shop.now());
}

const takenBy = ({ lines }: CartPrice): ReadonlyMap<number, number> =>
  new Map(lines.map(({ variant, discountMinor }) => [variant.id, discountMinor]));
