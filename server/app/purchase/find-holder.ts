import type { CardNumber, CustomerId, ShopId } from '../../../shared/domain/ids.ts';
import type { CardStore } from '../ports/card-store.ts';

const HOPS_MAX = 50;

/**
 * Whom a card on an order names: a replaced one leads to the card that came for it. A card that was blocked or has
 * expired still says whose purchase it was; what it no longer does is give a discount. A blank one names nobody.
 */
export async function findHolder(
  cards: Pick<CardStore, 'find'>,
  shop: ShopId,
  number: CardNumber,
): Promise<CustomerId | null> {
  let card = await cards.find(shop, number);
  for (let hops = 0; hops < HOPS_MAX && card?.state === 'replaced' && card.replacedBy !== null; hops += 1) {
    card = await cards.find(shop, card.replacedBy);
  }
  return card?.customerId ?? null;
}
