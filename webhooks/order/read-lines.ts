import { type Fault, unreadable } from '../../shared/domain/fault.ts';
import type { LineId } from '../../shared/domain/ids.ts';
import type { CurrencyCode } from '../../shared/domain/money/money.ts';
import type { RewardCode } from '../../shared/domain/offer/reward-code.ts';
import type { LineReward, OrderLine, Refund } from '../../shared/domain/purchase/purchase.ts';
import { readRewardSign } from '../../shared/domain/quote/reward-sign.ts';
import type { ShopMoney } from '../values.ts';
import { codeOf, type IsOurs } from './our-discount.ts';
import type { LinePayload, OrderPayload } from './payload.ts';

type Context = { readonly order: OrderPayload; readonly refunds: readonly Refund[]; readonly isOurs: IsOurs };
type Say = (path: string, why: string) => void;

/** The goods of an order; tips are none. Faults that only the whole order shows are told beside them. */
export function readLines(context: Context): {
  readonly lines: readonly OrderLine[];
  /** Codes of ours that took something off, in the order of their letters. */
  readonly codes: readonly RewardCode[];
  readonly faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const lines = context.order.line_items.map((line, i) =>
    readLine(context, line, (path, why) => faults.push(unreadable(`line_items.${i}.${path}`, why))),
  );
  const isGoods = ({ tip }: LinePayload) => tip === undefined || tip === null;
  const goods = lines.filter((_, i) => isGoods(context.order.line_items[i] as LinePayload));
  const total = goods.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (!Number.isSafeInteger(total)) faults.push(unreadable('line_items', 'too large together'));
  return { lines: goods, codes: codesOf(context.order), faults };
}

/** One that took nothing off was not used, and its reward still waits. */
function codesOf({ line_items, discount_applications }: OrderPayload): readonly RewardCode[] {
  const found = line_items.flatMap(({ discount_allocations }) =>
    (discount_allocations ?? []).flatMap(({ amount_set, discount_application_index: place }) => {
      const code = codeOf(discount_applications?.[place ?? -1] ?? {});
      return code !== null && amount_set.shop_money.minor > 0 ? [code] : [];
    }),
  );
  return [...new Set(found)].sort();
}

function readLine({ order, refunds, isOurs }: Context, line: LinePayload, say: Say): OrderLine {
  const price = line.price_set.shop_money;
  sameCurrency(price, order.currency, (why) => say('price_set.shop_money.currency_code', why));
  const given = discountsOf(order, line, isOurs, say);
  return {
    lineId: line.id,
    productId: line.product_id ?? null,
    variantId: line.variant_id ?? null,
    title: line.title ?? '',
    quantity: line.quantity,
    removedQuantity: removedFrom(line, refunds),
    priceMinor: price.minor,
    amountMinor: amountOf(price.minor, line.quantity, given.allMinor, say),
    ourDiscountMinor: given.oursMinor,
    isGiftCard: line.gift_card ?? false,
    // The price before a sale is not in the body, and no order tells it.
    isSalePriced: false,
    ...(given.reward === null ? {} : { reward: given.reward }),
  };
}

function discountsOf(order: OrderPayload, line: LinePayload, isOurs: IsOurs, say: Say) {
  let allMinor = 0;
  let oursMinor = 0;
  let reward: LineReward | null = null;
  for (const [i, allocation] of (line.discount_allocations ?? []).entries()) {
    const money = allocation.amount_set.shop_money;
    const path = `discount_allocations.${i}.amount_set.shop_money.currency_code`;
    sameCurrency(money, order.currency, (why) => say(path, why));
    allMinor += money.minor;
    const application = order.discount_applications?.[allocation.discount_application_index ?? -1];
    if (application === undefined || !isOurs(application)) continue;
    oursMinor += money.minor;
    const named = readRewardSign(application.title ?? '');
    if (named !== null && money.minor > 0) reward = { ...named, givenMinor: money.minor };
  }
  return { allMinor, oursMinor, reward };
}

function sameCurrency(money: ShopMoney, code: CurrencyCode, say: (why: string) => void): void {
  if (money.currency !== code) say(`not the order's currency, ${code}`);
}

/**
 * Price × quantity − every discount. A discount in the buyer's currency may come back up to one unit per piece dearer
 * than the goods; more than that contradicts itself.
 */
function amountOf(priceMinor: number, quantity: number, discountMinor: number, say: Say): number {
  const wholeMinor = priceMinor * quantity;
  if (!Number.isSafeInteger(wholeMinor)) say('quantity', 'too large for this price');
  const amountMinor = wholeMinor - discountMinor;
  if (amountMinor < 0 - quantity) say('discount_allocations', 'more than the goods cost');
  return Math.max(0, amountMinor);
}

/** Units an edit took away: what is no longer there and was not refunded. */
function removedFrom(line: LinePayload, refunds: readonly Refund[]): number {
  const refunded = refundedUnits(refunds, line.id);
  const left = line.current_quantity ?? line.quantity - refunded;
  return Math.min(line.quantity, Math.max(0, line.quantity - left - refunded));
}

const refundedUnits = (refunds: readonly Refund[], lineId: LineId): number =>
  refunds
    .flatMap(({ lines }) => lines)
    .filter((each) => each.lineId === lineId)
    .reduce((sum, each) => sum + each.quantity, 0);
