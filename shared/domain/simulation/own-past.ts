import type { Instant, VariantId } from '../ids.ts';
import { firstUnits } from '../money/spread.ts';
import { inTimeOfRefunds, isPurchase, type Terms } from '../purchase/net-purchase.ts';
import type { OrderLine, OrderSnapshot, Purchase } from '../purchase/purchase.ts';
import { COST_OF_LINE_MAX, type Gathering, type PastRow } from './gather-history.ts';
import type { PastReturn } from './history.ts';
import { pastId } from './past-ids.ts';

/**
 * How a shop's own past is read (decision 0068): on which terms an order is a purchase, which part of time is looked
 * at (`before` is the first instant behind it; null: without end), and what a unit of a variant costs in minor units.
 */
export type OwnPast = {
  readonly terms: Terms;
  readonly before: Instant | null;
  readonly costOf: (variant: VariantId) => number | null;
};

type Kept = { readonly line: OrderLine; readonly quantity: number };

/** Lines that count, with the units that no edit took away. What is paid for a gift card is no turnover yet. */
function keptLines({ lines }: OrderSnapshot): readonly Kept[] {
  return lines
    .filter(({ isGiftCard }) => !isGiftCard)
    .map((line) => ({ line, quantity: line.quantity - line.removedQuantity }))
    .filter(({ quantity }) => quantity > 0);
}

/** What came back of each line, one return an instant; all that is left comes back with a cancellation. */
function returnsOf(kept: readonly Kept[], { refunds }: Purchase, cancelledAt: Instant | null) {
  const left = new Map(kept.map(({ line, quantity }) => [line.lineId, quantity]));
  const returns = new Map(kept.map(({ line }) => [line.lineId, new Map<Instant, number>()]));
  const take = (lineId: OrderLine['lineId'], wanted: number, at: Instant): void => {
    const quantity = Math.min(wanted, left.get(lineId) ?? 0);
    const known = returns.get(lineId);
    if (quantity === 0 || known === undefined) return;
    left.set(lineId, (left.get(lineId) ?? 0) - quantity);
    known.set(at, (known.get(at) ?? 0) + quantity);
  };
  const cancel = (): void => {
    if (cancelledAt !== null) for (const { line, quantity } of kept) take(line.lineId, quantity, cancelledAt);
  };
  const inTime = refunds.length < 2 ? refunds : [...refunds].sort(inTimeOfRefunds);
  for (const { processedAt, lines } of inTime) {
    if (cancelledAt !== null && processedAt > cancelledAt) break;
    for (const { lineId, quantity } of lines) take(lineId, quantity, processedAt);
  }
  cancel();
  return returns;
}

function returnsIn(told: ReadonlyMap<Instant, number> | undefined, before: Instant | null): readonly PastReturn[] {
  return [...(told ?? [])]
    .map(([at, quantity]) => ({ at, quantity }))
    .filter(({ at }) => before === null || at < before);
}

function rowOf({ line, quantity }: Kept, costOf: OwnPast['costOf']) {
  const each = line.variantId === null ? null : costOf(line.variantId);
  return {
    lineId: pastId(line.lineId),
    productId: line.productId === null ? null : pastId(line.productId),
    quantity,
    // What it would have cost without a discount of ours; units of then stay from the first one on.
    amountMinor: firstUnits(line.amountMinor + line.ourDiscountMinor, line.quantity, quantity),
    unitCostMinor: each === null || each * quantity > COST_OF_LINE_MAX ? null : each,
  };
}

const NO_RETURN: readonly null[] = [null];

/**
 * Adds one of the shop's own purchases to a history: paid, at what it would have cost without our discounts, without
 * gift cards, with what came back at its instant (rules 1, 4a). Answers false where it is no purchase, or nothing in it
 * counts.
 */
export function addOwnPurchase(
  history: Gathering,
  purchase: Purchase,
  customerId: string | null,
  { terms, before, costOf }: OwnPast,
): boolean {
  const { orderId, snapshot, refunds } = purchase;
  if (!isPurchase(snapshot, terms)) return false;
  const kept = keptLines(snapshot);
  if (kept.length === 0) return false;
  const returns =
    refunds.length === 0 && snapshot.cancelledAt === null ? null : returnsOf(kept, purchase, snapshot.cancelledAt);
  const order: Omit<PastRow, 'returned' | keyof ReturnType<typeof rowOf>> = {
    orderId: pastId(orderId),
    customerId: customerId === null ? null : pastId(customerId),
    at: snapshot.processedAt,
    locationId: snapshot.locationId === null ? null : pastId(snapshot.locationId),
    channel: snapshot.channel,
  };
  for (const one of kept) {
    const row = rowOf(one, costOf);
    const back = returns === null ? [] : returnsIn(returns.get(one.line.lineId), before);
    for (const returned of back.length === 0 ? NO_RETURN : back) history.add({ ...order, ...row, returned });
  }
  for (const { processedAt: at, goodwillMinor } of refunds) {
    if (goodwillMinor === 0 || (before !== null && at >= before)) continue;
    history.giveBack(order.orderId, { at, amountMinor: goodwillMinor });
  }
  return true;
}
