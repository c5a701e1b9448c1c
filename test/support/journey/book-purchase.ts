import type {
  CardNumber,
  LineId,
  OrderId,
  ProductId,
  RefundId,
  ShopifyCustomerId,
} from '../../../shared/domain/ids.ts';
import { parseCardNumber } from '../../../shared/domain/instrument/card-number.ts';
import type { CurrencyCode } from '../../../shared/domain/money/money.ts';
import type { RewardCode } from '../../../shared/domain/offer/reward-code.ts';
import type { OrderLine, OrderState, Purchase, Refund } from '../../../shared/domain/purchase/purchase.ts';
import { readRewardSign } from '../../../shared/domain/quote/reward-sign.ts';
import { toSecond } from '../../sandbox/world/context.ts';
import type { FinancialStatus, Order, Refund as Returned, OrderLine as SoldLine } from '../../sandbox/world/things.ts';

const PAID: readonly FinancialStatus[] = ['paid', 'partially_refunded', 'refunded'];

/**
 * An order as it stands in the shop's books, as the core takes it. Written by hand from the books and not from
 * webhooks, so that what the app reads from those can be held against it. Shopify tells whole seconds.
 */
export function bookPurchase(order: Order, cardOf: CardOf = () => null): Purchase {
  const orderId = String(order.id) as OrderId;
  const snapshot = {
    orderId,
    name: order.name,
    updatedAt: order.updatedAt,
    processedAt: order.processedAt,
    cancelledAt: order.cancelledAt === null ? null : toSecond(order.cancelledAt),
    state: stateOf(order),
    isTest: order.isTest,
    currency: order.currency as CurrencyCode,
    channel: order.sourceName === 'pos' ? ('till' as const) : ('web' as const),
    locationId: null,
    shopifyCustomerId: order.customerId === null ? null : (String(order.customerId) as ShopifyCustomerId),
    cardNumber: scannedCard(order) ?? cardOf(attribute(order, '_regulars')),
    lines: order.lines.map((line) => lineOf(order, line)),
    codes: codesOf(order),
  };
  return { orderId, snapshot, refunds: order.refunds.map((refund) => refundOf(orderId, refund)) };
}

function stateOf({ financialStatus, cancelledAt }: Order): OrderState {
  if (PAID.includes(financialStatus)) return 'paid';
  return financialStatus === 'voided' || cancelledAt !== null ? 'cancelled' : 'owed';
}

/** The card that a signed statement in a cart proves; null: it proves none. */
export type CardOf = (statement: string) => CardNumber | null;

const attribute = ({ noteAttributes }: Order, wanted: string): string =>
  noteAttributes.find(({ name }) => name === wanted)?.value ?? '';

/** The card a cashier scanned; what a shopper writes into a cart of the web is nothing by itself. */
const scannedCard = (order: Order): CardNumber | null =>
  order.sourceName === 'pos' ? parseCardNumber(attribute(order, 'regulars_card')) : null;

/** The rewards that units of a line took, by the sign on the discount's title. */
function rewardOf(order: Order, line: SoldLine): OrderLine['reward'] {
  for (const { application, amount } of line.allocations) {
    const named = readRewardSign(order.applications[application]?.title ?? '');
    if (named !== null && amount.shopMinor > 0) return { ...named, givenMinor: amount.shopMinor };
  }
  return undefined;
}

/** Codes of ours that took something off, as they are written on the order. */
const codesOf = ({ applications, lines }: Order): readonly RewardCode[] =>
  applications.flatMap(({ code }, i) => {
    const took = lines.some((line) =>
      line.allocations.some((each) => each.application === i && each.amount.shopMinor > 0),
    );
    return took && code?.toUpperCase().startsWith('REG-') ? [code.toUpperCase() as RewardCode] : [];
  });

function lineOf(order: Order, line: SoldLine): OrderLine {
  const reward = rewardOf(order, line);
  const discountMinor = line.allocations.reduce((sum, { amount }) => sum + amount.shopMinor, 0);
  return {
    lineId: String(line.id) as LineId,
    productId: line.productId === null ? null : (String(line.productId) as ProductId),
    variantId: null,
    title: line.title,
    quantity: line.quantity,
    removedQuantity: line.removedQuantity,
    priceMinor: line.price.shopMinor,
    amountMinor: line.price.shopMinor * line.quantity - discountMinor,
    ourDiscountMinor: 0,
    isGiftCard: line.isGiftCard,
    isSalePriced: false,
    ...(reward === undefined ? {} : { reward }),
  };
}

const refundOf = (orderId: OrderId, refund: Returned): Refund => ({
  refundId: String(refund.id) as RefundId,
  orderId,
  processedAt: toSecond(refund.processedAt),
  lines: refund.lines.map(({ lineId, quantity }) => ({ lineId: String(lineId) as LineId, quantity })),
  goodwillMinor: refund.goodwill.shopMinor,
});
