import type { PurchaseStore } from '../../app/ports/purchase-store.ts';
import type { TenantCollection } from '../tenant-collection.ts';
import { decodeStoredPurchase, encodeSnapshot, type PurchaseDoc } from './purchase.codec.ts';
import { withoutBuyer } from './without-buyer.ts';

/** Each purchase is compared and set: one that changed in between is looked at again in the next round. */
const ROUNDS_MAX = 10;

export function createForgetBuyer(purchases: TenantCollection<PurchaseDoc>): PurchaseStore['forgetBuyer'] {
  return async (shop, who) => {
    const { customerIds, shopifyCustomerIds, orderIds } = who;
    const queries = [
      { customerId: { $in: [...customerIds] } },
      { 'snapshot.shopifyCustomerId': { $in: [...shopifyCustomerIds] } },
      { orderId: { $in: [...orderIds] } },
      { giverId: { $in: [...customerIds] } },
    ];
    let count = 0;
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const found = (await Promise.all(queries.map((query) => purchases.find(shop, query).toArray()))).flat();
      const rows = new Map(found.map((doc) => [doc.orderId, doc]));
      let missed = 0;
      for (const doc of rows.values()) {
        const forgotten = withoutBuyer(decodeStoredPurchase(doc), who);
        if (forgotten === null) continue;
        const { orderId, customerId, contested, formerCustomerIds, giverId = null, snapshot } = forgotten;
        const seen = { orderId, customerId: doc.customerId, 'snapshot.newness': doc.snapshot?.newness ?? null };
        const former = formerCustomerIds.length > 0;
        const { matched } = await purchases.updateOne(shop, seen, {
          $set: {
            customerId,
            contested,
            snapshot: snapshot === null ? null : encodeSnapshot(snapshot),
            ...(former ? { formerCustomerIds } : {}),
          },
          $unset: {
            ...(former ? {} : { formerCustomerIds: true as const }),
            ...(giverId === null ? { giverId: true as const } : {}),
          },
        });
        count += matched;
        missed += 1 - matched;
      }
      if (missed === 0) break;
    }
    return count;
  };
}
