import type { CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

/**
 * Notes on each code of ours that an order names that this order used it, and answers whose rewards they are. Codes are
 * entered before Shopify knows them and never deleted, so whatever arrives first finds them. A code that we do not know
 * is of another installation of ours, or only looks like one.
 */
export function createRecordUses({ stores, log }: Pick<UseCaseDeps, 'stores' | 'log'>) {
  return async (shop: ShopId, { orderId, snapshot }: Purchase): Promise<readonly CustomerId[]> => {
    const named = snapshot?.codes ?? [];
    if (named.length === 0) return [];
    const known = await stores.codes.findMany(shop, named);
    if (known.length < named.length) log.warn('reward_code.unknown', { shop, orderId });
    for (const { code, orders } of known) if (!orders.includes(orderId)) await stores.codes.use(shop, code, orderId);
    return [...new Set(known.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])))];
  };
}
