import type { OrderSnapshot } from '../../../shared/domain/purchase/purchase.ts';
import type { PurchaseStore, StoredPurchase } from '../../app/ports/purchase-store.ts';

export type Forgotten = Parameters<PurchaseStore['forgetBuyer']>[1];

/**
 * A purchase that names nobody of those to be forgotten any more; null: it says nothing of them. It counts as told a
 * moment after what it was made from (Shopify's `updated_at` has whole seconds), so that no late repeat, which names a
 * customer and would be the newer of one second, brings the name back.
 */
export function withoutBuyer(
  row: StoredPurchase,
  { customerIds, shopifyCustomerIds, orderIds }: Forgotten,
): StoredPurchase | null {
  const { snapshot, customerId, formerCustomerIds, giverId = null } = row;
  const isGiver = giverId !== null && customerIds.includes(giverId);
  const isTheirs = customerId !== null && customerIds.includes(customerId);
  const named = snapshot?.shopifyCustomerId ?? null;
  const names = named !== null && (shopifyCustomerIds.includes(named) || orderIds.includes(row.orderId));
  const keepsCard = customerId !== null && !isTheirs;
  const saysCard = !keepsCard && snapshot !== null && snapshot.cardNumber !== null;
  const saysBuyer = isTheirs || names || (orderIds.includes(row.orderId) && saysCard);
  if (!saysBuyer && !isGiver) return null;
  const former = formerCustomerIds.filter((id) => !customerIds.includes(id));
  const left = { formerCustomerIds: former, giverId: isGiver ? null : giverId };
  if (!saysBuyer) return { ...row, ...left };
  return {
    ...row,
    customerId: isTheirs ? null : customerId,
    contested: false,
    ...left,
    snapshot: snapshot === null ? null : withoutNames(snapshot, keepsCard),
  };
}

const withoutNames = (
  { foreignCustomerId: _foreign, ...snapshot }: OrderSnapshot,
  keepsCard: boolean,
): OrderSnapshot => ({
  ...snapshot,
  updatedAt: snapshot.updatedAt + 1,
  shopifyCustomerId: null,
  cardNumber: keepsCard ? snapshot.cardNumber : null,
});
