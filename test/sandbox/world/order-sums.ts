import { firstUnits } from '../../../shared/domain/money/spread.ts';
import { type Both, lessBoth, nothing, sumBoth, timesBoth } from './money.ts';
import type { Order, OrderLine } from './things.ts';

/** What a line's discounts come to. */
export const discountOf = (line: OrderLine): Both => sumBoth(line.allocations.map(({ amount }) => amount));

/** What the line costs after discounts, without tax that comes on top. */
export const discountedOf = (line: OrderLine): Both => lessBoth(timesBoth(line.price, line.quantity), discountOf(line));

/** The worth of the first so many units of a line, discounts spread over all of them. */
const firstUnitsOf = (line: OrderLine, units: number): Both => {
  const whole = discountedOf(line);
  return {
    shopMinor: firstUnits(whole.shopMinor, line.quantity, units),
    presentmentMinor: firstUnits(whole.presentmentMinor, line.quantity, units),
  };
};

/** The worth of units that leave from the end, `kept` units staying. */
export const lastUnitsOf = (line: OrderLine, kept: number, leaving: number): Both =>
  lessBoth(firstUnitsOf(line, kept + leaving), firstUnitsOf(line, kept));

const taxMinor = (minor: number, bp: number, included: boolean): number => {
  const numerator = BigInt(minor) * BigInt(bp);
  const denominator = included ? 10_000n + BigInt(bp) : 10_000n;
  return Number((2n * numerator + denominator) / (2n * denominator));
};

/** The tax in (or on) an amount. */
export const taxOf = ({ shopMinor, presentmentMinor }: Both, order: Taxed): Both => ({
  shopMinor: taxMinor(shopMinor, order.taxRateBp, order.taxesIncluded),
  presentmentMinor: taxMinor(presentmentMinor, order.taxRateBp, order.taxesIncluded),
});

type Taxed = { readonly taxRateBp: number; readonly taxesIncluded: boolean };

export const taxOfLine = (line: OrderLine, order: Taxed, units = line.quantity): Both =>
  line.taxable ? taxOf(firstUnitsOf(line, units), order) : nothing;

export const refundedUnits = ({ refunds }: Pick<Order, 'refunds'>, lineId: number): number =>
  refunds
    .flatMap(({ lines }) => lines)
    .filter((each) => each.lineId === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** Units that are still the buyer's: neither taken away by an edit nor refunded. */
export const currentUnits = (order: Pick<Order, 'refunds'>, line: OrderLine): number =>
  Math.max(0, line.quantity - line.removedQuantity - refundedUnits(order, line.id));

/** An order's sums, as ordered and as things are now. */
export type OrderSums = {
  readonly lineItems: Both;
  readonly discounts: Both;
  readonly subtotal: Both;
  readonly tax: Both;
  readonly total: Both;
  readonly currentSubtotal: Both;
  readonly currentDiscounts: Both;
  readonly currentTax: Both;
  readonly currentTotal: Both;
  readonly paid: Both;
  readonly refunded: Both;
  readonly outstanding: Both;
};

export function sumsOf(order: Order): OrderSums {
  const lineItems = sumBoth(order.lines.map((line) => timesBoth(line.price, line.quantity)));
  const discounts = sumBoth(order.lines.map(discountOf));
  const subtotal = lessBoth(lineItems, discounts);
  const shippingTax = taxOf(order.shipping, order);
  const tax = sumBoth([...order.lines.map((line) => taxOfLine(line, order)), shippingTax]);
  const total = totalOf(order, subtotal, tax, order.shipping);
  const units = order.lines.map((line) => [line, currentUnits(order, line)] as const);
  const gone = sumBoth(order.refunds.map(({ goodwill }) => goodwill));
  const shippingLeft = lessBoth(order.shipping, sumBoth(order.refunds.map(({ shipping }) => shipping)));
  const currentSubtotal = sumBoth(units.map(([line, left]) => firstUnitsOf(line, left)));
  const currentWhole = sumBoth(units.map(([line, left]) => timesBoth(line.price, left)));
  const currentTax = sumBoth([
    ...units.map(([line, left]) => taxOfLine(line, order, left)),
    taxOf(shippingLeft, order),
  ]);
  const currentTotal = atLeastZero(lessBoth(totalOf(order, currentSubtotal, currentTax, shippingLeft), gone));
  const paid = moneyOf(order, 'sale');
  const refunded = moneyOf(order, 'refund');
  return {
    lineItems,
    discounts,
    subtotal,
    tax,
    total,
    currentSubtotal,
    currentDiscounts: lessBoth(currentWhole, currentSubtotal),
    currentTax,
    currentTotal,
    paid,
    refunded,
    outstanding: atLeastZero(lessBoth(currentTotal, lessBoth(paid, refunded))),
  };
}

const atLeastZero = ({ shopMinor, presentmentMinor }: Both): Both => ({
  shopMinor: Math.max(0, shopMinor),
  presentmentMinor: Math.max(0, presentmentMinor),
});

const totalOf = (order: Order, subtotal: Both, tax: Both, shipping: Both): Both =>
  sumBoth([subtotal, shipping, order.tip, order.taxesIncluded ? nothing : tax]);

const moneyOf = ({ transactions, refunds }: Order, kind: 'sale' | 'refund'): Both =>
  sumBoth(
    [...transactions, ...refunds.flatMap((refund) => refund.transactions)]
      .filter((each) => each.kind === kind && each.status === 'success')
      .map(({ amount }) => amount),
  );
