import type { Customer } from '../../../shared/domain/customer/customer.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import type { AttributePurchases } from '../purchase/attribute-purchases.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';

export type MoveHistory = (shop: ShopId, from: Customer, to: Customer) => Promise<void>;

/** Cards, purchases, codes and lots of one customer become another's; what has moved already is left alone. */
export function createMoveHistory(
  { stores, clock }: Pick<UseCaseDeps, 'stores' | 'clock'>,
  attribute: AttributePurchases,
): MoveHistory {
  const { cards, codes, draws, purchases } = stores;
  const moveCard = async (shop: ShopId, card: Card, from: Customer, to: Customer): Promise<void> => {
    for (let seen: Card | null = card; seen?.customerId === from.id; seen = await cards.find(shop, card.number)) {
      const event = { at: clock.now(), by: null, kind: 'moved', customerId: to.id, note: '' } as const;
      if ((await cards.change(shop, seen, { customerId: to.id }, event)) === 'changed') return;
    }
  };
  return async (shop, from, to) => {
    const moving = await cards.ofCustomer(shop, from.id);
    for (const card of moving) await moveCard(shop, card, from, to);
    await purchases.move(shop, from.id, to.id);
    await codes.move(shop, from.id, to.id);
    await draws.moveLots(shop, from.id, to.id);
    // A card of the one on an order of the other was contested; now they are the same person.
    const held = await cards.ofCustomer(shop, to.id);
    const named = await purchases.naming(shop, {
      cards: held.map(({ number }) => number),
      shopifyCustomerIds: [...from.shopifyCustomerIds, ...to.shopifyCustomerIds],
    });
    for (const purchase of named) {
      if (purchase.contested || purchase.customerId !== to.id) await attribute.one(shop, purchase);
    }
  };
}
