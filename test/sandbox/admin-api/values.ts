import { currencyDigits } from '../../../shared/domain/money/currency.ts';
import type { Both } from '../world/money.ts';
import type { Instant, Order } from '../world/things.ts';

/** As the Admin API writes decimals: "300.0", "19.99", "-5.0". */
export function decimal(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const fraction = (digits === 0 ? '' : text.slice(-digits)).replace(/0+$/, '');
  return `${minor < 0 ? '-' : ''}${whole}.${fraction === '' ? '0' : fraction}`;
}

export const moneyV2 = (minor: number, currencyCode: string) => ({
  __typename: 'MoneyV2',
  amount: decimal(minor, currencyCode),
  currencyCode,
});

export const moneyBag = (
  { shopMinor, presentmentMinor }: Both,
  { currency, presentmentCurrency }: Pick<Order, 'currency' | 'presentmentCurrency'>,
) => ({
  shopMoney: moneyV2(shopMinor, currency),
  presentmentMoney: moneyV2(presentmentMinor, presentmentCurrency),
});

/** UTC, whole seconds. */
export const dateTime = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

export const dateTimeOrNull = (at: Instant | null): string | null => (at === null ? null : dateTime(at));
