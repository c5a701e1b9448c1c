import { localOf } from '../../../../shared/domain/calendar/local.ts';
import { type Both, moneyText } from '../../world/money.ts';
import type { Instant, Order, ShopFacts } from '../../world/things.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** As Shopify's REST bodies write time: whole seconds on the shop's clock, with its offset. */
export function restTime(at: Instant, { timeZone }: Pick<ShopFacts, 'timeZone'>): string {
  const second = Math.floor(at / 1000) * 1000;
  const { year, month, day, ms } = localOf(second, timeZone);
  const offset = Math.round((Date.UTC(year, month - 1, day) + ms - second) / 60_000);
  const [hours, minutes, seconds] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, (ms / 1000) % 60];
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${year}-${pad(month)}-${pad(day)}T${pad(hours)}:${pad(minutes)}:${pad(seconds)}${zone}`;
}

export const restTimeOrNull = (at: Instant | null, facts: Pick<ShopFacts, 'timeZone'>): string | null =>
  at === null ? null : restTime(at, facts);

type InCurrencies = Pick<Order, 'currency' | 'presentmentCurrency'>;

/** `…_set`: the amount in the shop's currency and in the buyer's. */
export const moneySet = ({ shopMinor, presentmentMinor }: Both, order: InCurrencies) => ({
  shop_money: { amount: moneyText(shopMinor, order.currency), currency_code: order.currency },
  presentment_money: {
    amount: moneyText(presentmentMinor, order.presentmentCurrency),
    currency_code: order.presentmentCurrency,
  },
});

/** A field in the shop's currency and its `_set` beside it. */
export const moneyFields = (name: string, amount: Both, order: InCurrencies): Record<string, unknown> => ({
  [name]: moneyText(amount.shopMinor, order.currency),
  [`${name}_set`]: moneySet(amount, order),
});
