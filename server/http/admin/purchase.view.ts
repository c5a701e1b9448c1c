import type { PurchaseView } from '../../../shared/contract/api.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import { netPurchase } from '../../../shared/domain/purchase/net-purchase.ts';
import type { NetPurchase, OrderLine, OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import type { StoredPurchase } from '../../app/ports/purchase-store.ts';

/** One purchase as the page shows it; none while only its refunds are known. */
export function purchaseView(purchase: StoredPurchase, now: Instant, owedCounts: boolean): readonly PurchaseView[] {
  const { snapshot, refunds } = purchase;
  if (snapshot === null) return [];
  const net = netPurchase(purchase, now, { owedCounts });
  const lines = snapshot.lines.map((line) => lineView(line, net));
  return [
    {
      ...headOf(snapshot),
      counts: net?.counts ?? false,
      contested: purchase.contested,
      amountMinor: sum(lines.map((line) => line.amountMinor)),
      netMinor: net?.amountMinor ?? 0,
      discountMinor: sum(lines.map((line) => line.discountMinor)),
      lines,
      refunds: refunds.map((refund) => refundView(refund, snapshot)),
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

function refundView(refund: Refund, snapshot: OrderSnapshot): PurchaseView['refunds'][number] {
  const titleOf = (lineId: string) => snapshot.lines.find((line) => line.lineId === lineId)?.title ?? '';
  return {
    refundId: refund.refundId,
    processedAt: refund.processedAt,
    goodwillMinor: refund.goodwillMinor,
    lines: refund.lines.map(({ lineId, quantity }) => ({ title: titleOf(lineId), quantity })),
  };
}
