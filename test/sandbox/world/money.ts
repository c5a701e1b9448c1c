import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import { formatDecimal } from '../../../shared/domain/money/decimal.ts';

/** An amount in the shop's currency and in the buyer's, minor units of each; equal when there is one currency. */
export type Both = { readonly shopMinor: number; readonly presentmentMinor: number };

export const nothing: Both = { shopMinor: 0, presentmentMinor: 0 };

export const sumBoth = (amounts: readonly Both[]): Both => ({
  shopMinor: amounts.reduce((sum, each) => sum + each.shopMinor, 0),
  presentmentMinor: amounts.reduce((sum, each) => sum + each.presentmentMinor, 0),
});

export const lessBoth = (a: Both, b: Both): Both => ({
  shopMinor: a.shopMinor - b.shopMinor,
  presentmentMinor: a.presentmentMinor - b.presentmentMinor,
});

export const timesBoth = ({ shopMinor, presentmentMinor }: Both, times: number): Both => ({
  shopMinor: shopMinor * times,
  presentmentMinor: presentmentMinor * times,
});

/** The two currencies of an order. `rate`: units of the buyer's currency for one of the shop's, as a decimal. */
export type Currencies = { readonly shop: string; readonly presentment: string; readonly rate: string };

const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

function exactRate(rate: string): { readonly digits: bigint; readonly scale: bigint } {
  const [whole = '0', fraction = ''] = rate.split('.');
  return { digits: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
}

/** A price of the shop as the buyer pays it, half up. */
export function toPresentment(shopMinor: number, { shop, presentment, rate }: Currencies): number {
  if (shop === presentment) return shopMinor;
  const { digits, scale } = exactRate(rate);
  const numerator = BigInt(shopMinor) * digits * 10n ** BigInt(currencyDigits(presentment));
  return halfUp(numerator, scale * 10n ** BigInt(currencyDigits(shop)));
}

/** What the buyer pays as the shop books it, half up. */
export function toShop(presentmentMinor: number, { shop, presentment, rate }: Currencies): number {
  if (shop === presentment) return presentmentMinor;
  const { digits, scale } = exactRate(rate);
  const numerator = BigInt(presentmentMinor) * scale * 10n ** BigInt(currencyDigits(shop));
  return halfUp(numerator, digits * 10n ** BigInt(currencyDigits(presentment)));
}

export const bothOf = (presentmentMinor: number, currencies: Currencies): Both => ({
  shopMinor: toShop(presentmentMinor, currencies),
  presentmentMinor,
});

/** As Shopify writes money; a minus where an order adjustment takes away. */
export const moneyText = (minor: number, currency: string): string =>
  minor < 0 ? `-${formatDecimal(-minor, currency)}` : formatDecimal(minor, currency);
