import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Redeemed } from '../../../shared/domain/offer/offer.ts';
import { type CodeUse, redeemedOf } from '../../../shared/domain/offer/redeemed.ts';
import type { Purchase } from '../../../shared/domain/purchase/purchase.ts';
import type { Stores } from '../ports/stores.ts';

/** What of a customer's rewards was used. Only where somebody else's order used one, that order is asked for. */
export async function readRedeemed(
  { purchases }: Pick<Stores, 'purchases'>,
  shop: ShopId,
  uses: readonly CodeUse[],
  own: readonly Purchase[],
): Promise<readonly Redeemed[]> {
  if (uses.length === 0) return [];
  const mine = new Set(own.map(({ orderId }) => orderId));
  const elsewhere = [...new Set(uses.map(({ orderId }) => orderId))].filter((id) => !mine.has(id));
  const others = await Promise.all(elsewhere.map((id) => purchases.find(shop, id)));
  return redeemedOf(
    uses,
    own,
    others.filter((purchase) => purchase !== null),
  );
}
