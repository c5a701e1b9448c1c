import type { PurchaseStore, StoredPurchase } from '../../app/ports/purchase-store.ts';

export type Forgotten = Parameters<PurchaseStore['forgetBuyer']>[1];

/** A purchase that names nobody of those to be forgotten any more; null: it says nothing of them. */
export function withoutBuyer(
  row: StoredPurchase,
  { customerIds, shopifyCustomerIds, orderIds }: Forgotten,
): StoredPurchase | null {
  const { snapshot, customerId, formerCustomerIds } = row;
  const isTheirs = customerId !== null && customerIds.includes(customerId);
  const named = snapshot?.shopifyCustomerId ?? null;
  const names = named !== null && (shopifyCustomerIds.includes(named) || orderIds.includes(row.orderId));
  const keepsCard = customerId !== null && !isTheirs;
  const saysCard = !keepsCard && snapshot !== null && snapshot.cardNumber !== null;
  if (!isTheirs && !names && !(orderIds.includes(row.orderId) && saysCard)) return null;
  return {
    ...row,
    customerId: isTheirs ? null : customerId,
    contested: false,
    formerCustomerIds: formerCustomerIds.filter((id) => !customerIds.includes(id)),
    snapshot:
      snapshot === null
        ? null
        : { ...snapshot, shopifyCustomerId: null, cardNumber: keepsCard ? snapshot.cardNumber : null },
  };
}
