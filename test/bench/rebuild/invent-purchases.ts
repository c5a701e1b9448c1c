import { blankCustomer } from '../../../server/app/customer/enter-shopify-customer.ts';
import { ids } from '../../../server/ids.ts';
import { encodeNewCustomer } from '../../../server/storage/customer/customer.codec.ts';
import { encodeRefund, encodeSnapshot } from '../../../server/storage/purchase/purchase.codec.ts';
import type {
  CustomerId,
  Instant,
  LineId,
  OrderId,
  ProductId,
  RefundId,
  ShopifyCustomerId,
  VariantId,
} from '../../../shared/domain/ids.ts';
import type { OrderLine, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { type Dice, seededDice } from '../../sandbox/seed/seeded.ts';
import { BENCH_SHOP } from '../bench-shop.ts';

const DAY_MS = 86_400_000;
/** The newest is a few days old: a refund that lies ahead would begin to count between two looks. */
const [DAYS_MIN, DAYS] = [4, 900];
const MOST_EACH = 60;
/** Most customers buy a few times, a few buy often: 16 to 17 times on average. */
const SKEW = 2.75;
const REFUNDED = 0.05;
const GOODS = ['Oolong, spring harvest, 100 g', 'Teapot, cast iron, 0.8 l', 'Rooibos with orange peel', 'Cup, glazed'];

export type Invented = { readonly customer: object; readonly purchases: readonly object[] };

/** Rows as the stores write them, of invented customers with 1 to 60 purchases of 2 or 3 lines each; never ends. */
export function* inventPurchases(now: Instant): Generator<Invented> {
  const dice = seededDice(4711);
  let order = 0;
  for (let n = 0; ; n += 1) {
    const customerId = ids.customer();
    const shopifyCustomerId = String(60_000_000 + n) as ShopifyCustomerId;
    const person = { ...blankCustomer(customerId, now), shopifyCustomerIds: [shopifyCustomerId] };
    const count = 1 + Math.floor((MOST_EACH - 1) * dice.next() ** SKEW);
    const purchases = Array.from({ length: count }, () => {
      order += 1;
      return purchaseRow(anOrder(order, shopifyCustomerId, now, dice), customerId, dice);
    });
    yield { customer: { ...encodeNewCustomer(person), shop: BENCH_SHOP }, purchases };
  }
}

function purchaseRow(snapshot: OrderSnapshot, customerId: CustomerId, dice: Dice): object {
  const { orderId } = snapshot;
  const refunds = dice.next() < REFUNDED ? [encodeRefund(aRefund(snapshot))] : [];
  const told = { snapshot: encodeSnapshot(snapshot), refunds, isTouched: refunds.length > 0 };
  return { shop: BENCH_SHOP, orderId, customerId, contested: false, ...told };
}

function anOrder(n: number, shopifyCustomerId: ShopifyCustomerId, now: Instant, dice: Dice): OrderSnapshot {
  const processedAt = now - DAYS_MIN * DAY_MS - Math.floor(dice.next() * DAYS * DAY_MS);
  return {
    orderId: String(5_000_000_000 + n) as OrderId,
    name: `#${n}`,
    updatedAt: processedAt + 1000,
    processedAt,
    cancelledAt: null,
    state: 'paid',
    isTest: false,
    currency: 'EUR',
    channel: dice.next() < 0.7 ? 'web' : 'till',
    locationId: null,
    shopifyCustomerId,
    cardNumber: null,
    lines: Array.from({ length: dice.next() < 0.5 ? 2 : 3 }, (_, i) => aLine(n * 4 + i, dice)),
  };
}

function aLine(n: number, dice: Dice): OrderLine {
  const quantity = 1 + Math.floor(dice.next() * 3);
  const priceMinor = 300 + Math.floor(dice.next() * 4000);
  return {
    lineId: String(9_000_000_000 + n) as LineId,
    productId: String(7_000_000 + (n % 400)) as ProductId,
    variantId: String(8_000_000 + (n % 900)) as VariantId,
    title: GOODS[n % GOODS.length] ?? '',
    quantity,
    removedQuantity: 0,
    priceMinor,
    amountMinor: quantity * priceMinor,
    ourDiscountMinor: 0,
    isGiftCard: false,
    isSalePriced: false,
  };
}

const aRefund = ({ orderId, processedAt, lines }: OrderSnapshot): Refund => ({
  refundId: `9${orderId}` as RefundId,
  orderId,
  processedAt: processedAt + 3 * DAY_MS,
  lines: lines.slice(0, 1).map(({ lineId }) => ({ lineId, quantity: 1 })),
  goodwillMinor: 0,
});
