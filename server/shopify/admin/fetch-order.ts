import type { ShopId } from '../../../shared/domain/ids.ts';
import type { AskAdmin } from './ask-admin.ts';
import { orderDocument } from './order.document.ts';
import { orderBody, type WholeRefund } from './order-body.ts';
import { orderLinesDocument } from './order-lines.document.ts';
import type { OrderLine } from './order-selection.ts';
import { refundDocument } from './refund.document.ts';

/** An order as it is now, whole, in the form of its webhook; null when it is gone. */
export type FetchOrder = (shop: ShopId, gid: string) => Promise<string | null>;

export function createFetchOrder(askAdmin: AskAdmin): FetchOrder {
  const linesAfter = async (shop: ShopId, id: string, first: string | null): Promise<readonly OrderLine[]> => {
    const lines: OrderLine[] = [];
    for (let after = first; after !== null; ) {
      const { order } = await askAdmin(shop, orderLinesDocument, { id, after });
      if (order === null) break;
      lines.push(...order.lineItems.nodes);
      after = nextOf(order.lineItems.pageInfo);
    }
    return lines;
  };
  const fetchRefund = createFetchRefund(askAdmin);
  return async (shop, id) => {
    const { order } = await askAdmin(shop, orderDocument, { id });
    if (order === null) return null;
    const { nodes, pageInfo } = order.lineItems;
    const lines = [...nodes, ...(await linesAfter(shop, id, nextOf(pageInfo)))];
    const refunds: WholeRefund[] = [];
    for (const each of order.refunds) {
      const refund = await fetchRefund(shop, each.id);
      if (refund !== null) refunds.push(refund);
    }
    return orderBody(order, lines, refunds);
  };
}

function createFetchRefund(askAdmin: AskAdmin) {
  return async (shop: ShopId, id: string): Promise<WholeRefund | null> => {
    const first = await askAdmin(shop, refundDocument, { id, after: null });
    if (first.refund === null) return null;
    const { createdAt, processedAt, refundLineItems, orderAdjustments } = first.refund;
    const lines = [...refundLineItems.nodes];
    for (let after = nextOf(refundLineItems.pageInfo); after !== null; ) {
      const { refund } = await askAdmin(shop, refundDocument, { id, after });
      if (refund === null) break;
      lines.push(...refund.refundLineItems.nodes);
      after = nextOf(refund.refundLineItems.pageInfo);
    }
    return { id, createdAt, processedAt, lines, adjustments: orderAdjustments.nodes };
  };
}

const nextOf = ({ hasNextPage, endCursor }: { readonly hasNextPage: boolean; readonly endCursor: string | null }) =>
  hasNextPage ? endCursor : null;
