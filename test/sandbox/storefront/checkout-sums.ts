import { toPresentment } from '../world/money.ts';
import { taxOf } from '../world/order-sums.ts';
import type { ShopState } from '../world/state.ts';
import type { CartPrice } from './price-cart.ts';

export type DeliveryWay = 'standard' | 'pickup';

const STANDARD_MINOR = 490;

/** What comes on top of the goods, in minor units of the shopper's currency. */
export type CheckoutSums = { readonly shippingMinor: number; readonly taxMinor: number; readonly totalMinor: number };

/** Delivery costs one price, fetching is free, and tax comes on top where the shop's prices are without it. */
export function checkoutSums({ facts }: ShopState, price: CartPrice, way: DeliveryWay): CheckoutSums {
  const isSent = way === 'standard' && price.lines.some(({ variant }) => variant.requiresShipping);
  const shippingMinor = isSent ? toPresentment(STANDARD_MINOR, price.currencies) : 0;
  const taxed = [
    ...price.lines.filter(({ variant }) => variant.taxable).map(({ totalMinor }) => totalMinor),
    shippingMinor,
  ];
  const taxMinor = facts.taxesIncluded
    ? 0
    : taxed.reduce(
        (sum, presentmentMinor) => sum + taxOf({ shopMinor: 0, presentmentMinor }, facts).presentmentMinor,
        0,
      );
  return { shippingMinor, taxMinor, totalMinor: price.totalMinor + shippingMinor + taxMinor };
}
