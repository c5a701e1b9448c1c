import type { CardNumber, CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Cause } from '../../../shared/domain/journal/journal.ts';
import type { By } from '../by.ts';
import { type AttributePurchases, touchedBy } from '../purchase/attribute-purchases.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

export type FollowCard = (
  shop: ShopId,
  changed: {
    readonly numbers: readonly CardNumber[];
    /** An order that gave the card. */
    readonly orderId: OrderId | null;
    readonly customerId: CustomerId;
    readonly cause: Cause;
    readonly by: By;
  },
) => Promise<void>;

/**
 * What follows from a card's change of hands: purchases that name it find their owner, and everybody whom that touches
 * is evaluated anew, the holder in any case. Repeatable: what is so already stays as it is.
 */
export function createFollowCard(
  { stores, refreshStanding }: Pick<UseCaseDeps, 'stores'> & Pick<UseCases, 'refreshStanding'>,
  attribute: AttributePurchases,
): FollowCard {
  return async (shop, { numbers, orderId, customerId, cause, by }) => {
    const naming = await attribute.naming(shop, { cards: numbers, shopifyCustomerIds: [] });
    const given = orderId === null ? null : await stores.purchases.find(shop, orderId);
    const giving = given === null ? [] : touchedBy(await attribute.one(shop, given));
    for (const id of new Set([customerId, ...naming, ...giving])) await refreshStanding(shop, id, cause, by);
  };
}
