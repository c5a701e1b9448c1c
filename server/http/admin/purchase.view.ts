import type { PurchaseView } from '../../../shared/contract/api.ts';
import type { Instant, OrderId } from '../../../shared/domain/ids.ts';
import { inTimeOfRefunds, netPurchase, type Terms } from '../../../shared/domain/purchase/net-purchase.ts';
import type { NetPurchase, OrderLine, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import type { StoredPurchase } from '../../app/ports/purchase-store.ts';

/** `conflicts`: the customer's orders that used a reward twice. */
export type PurchaseTerms = Terms & {
  readonly now: Instant;
  readonly conflicts: readonly OrderId[];
  readonly handedOn: PurchaseView['handedOn'];
};

/** One purchase as the page shows it; none while only its refunds are known. */
export function purchaseView(
  purchase: StoredPurchase,
  { now, owedCounts, conflicts, handedOn }: PurchaseTerms,
): readonly PurchaseView[] {
  const { snapshot } = purchase;
  if (snapshot === null) return [];
  const net = netPurchase(purchase, now, { owedCounts });
  const lines = snapshot.lines.map((line) => lineView(line, net));
  return [
    {
      ...headOf(snapshot),
      counts: net?.counts ?? false,
      contested: purchase.contested,
      conflicting: conflicts.includes(purchase.orderId),
      handedOn,
      amountMinor: sum(lines.map((line) => line.amountMinor)),
      netMinor: net?.amountMinor ?? 0,
      discountMinor: sum(lines.map((line) => line.discountMinor)),
      lines,
      refunds: refundViews(purchase, snapshot, { owedCounts }),
    },
  ];
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

const headOf = (snapshot: OrderSnapshot) => ({
  orderId: snapshot.orderId,
  name: snapshot.name,
  processedAt: snapshot.processedAt,
  channel: snapshot.channel,
  locationId: snapshot.locationId,
  state: snapshot.state,
  cardNumber: snapshot.cardNumber,
});

function lineView(line: OrderLine, net: NetPurchase | null): PurchaseView['lines'][number] {
  const left = net?.lines.find((netLine) => netLine.lineId === line.lineId);
  return {
    lineId: line.lineId,
    title: line.title,
    quantity: line.quantity,
    items: left?.items ?? 0,
    amountMinor: line.amountMinor,
    netMinor: left?.amountMinor ?? 0,
    discountMinor: line.ourDiscountMinor,
  };
}

/** Each with what it took away from what those before it had left, whatever became of the order later. */
function refundViews({ orderId, refunds }: StoredPurchase, snapshot: OrderSnapshot, terms: Terms) {
  const inTime = [...refunds].sort(inTimeOfRefunds);
  const leftAfter = (count: number): number => {
    const purchase = { orderId, snapshot: { ...snapshot, cancelledAt: null }, refunds: inTime.slice(0, count) };
    return netPurchase(purchase, Number.MAX_SAFE_INTEGER, terms)?.amountMinor ?? 0;
  };
  return inTime.map((refund, i) => refundView(refund, snapshot, leftAfter(i) - leftAfter(i + 1)));
}

function refundView(refund: Refund, { lines }: OrderSnapshot, amountMinor: number): PurchaseView['refunds'][number] {
  const titleOf = (lineId: string) => lines.find((line) => line.lineId === lineId)?.title ?? '';
  return {
    refundId: refund.refundId,
    processedAt: refund.processedAt,
    amountMinor,
    goodwillMinor: refund.goodwillMinor,
    lines: refund.lines.map(({ lineId, quantity }) => ({ title: titleOf(lineId), quantity })),
  };
}
