import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import type { AskAdmin } from './ask-admin.ts';
import type { FetchOrder } from './fetch-order.ts';
import { numericId } from './numeric-id.ts';
import { ordersUpdatedDocument } from './orders-updated.document.ts';

/**
 * Which orders changed since, page by page, each to be asked for whole. An order is told with the instant of the list,
 * never a later one: whoever remembers how far it looked skips nothing that way.
 */
export function createOrdersUpdatedSince(
  askAdmin: AskAdmin,
  fetchOrder: FetchOrder,
): ShopifyAdmin['ordersUpdatedSince'] {
  return async (shop: ShopId, since, cursor) => {
    const query = `updated_at:>='${new Date(since).toISOString()}'`;
    const { orders } = await askAdmin(shop, ordersUpdatedDocument, { query, after: cursor });
    const told = orders.nodes.map(({ id, updatedAt }) => ({
      id: numericId(id),
      updatedAt: instantOf(updatedAt),
      body: () => fetchOrder(shop, id),
    }));
    const { hasNextPage, endCursor } = orders.pageInfo;
    return { orders: told, nextCursor: hasNextPage ? endCursor : null };
  };
}

function instantOf(text: string): Instant {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new AppError('shopify_refused', false, 'an instant that is none');
  return at;
}
