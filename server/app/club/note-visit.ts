import { visitParts } from '../../../shared/domain/club/visit.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { StoredPurchase } from '../ports/purchase-store.ts';
import type { Shop } from '../ports/shop-store.ts';
import { createRecent } from '../recent.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { FindPartner } from './find-partner.ts';

export type NoteVisit = (shop: Shop, purchase: StoredPurchase) => Promise<void>;

/**
 * A purchase with a card of another shop of the club goes into the account between the two, worked out anew from all
 * that is known of the order, so it comes to the same in whatever order it was told. One whose partner is known stays
 * in it, also after somebody left.
 */
export function createNoteVisit(deps: Pick<UseCaseDeps, 'stores' | 'clock'>, partners: FindPartner): NoteVisit {
  const { clubs, cards } = deps.stores;
  const clubParts = createRecent(clubs.part, deps.clock);
  const partnerOf = async (shop: ShopId, { orderId, snapshot }: StoredPurchase): Promise<ShopId | null> => {
    const number = snapshot?.cardNumber ?? null;
    if (number === null || (await clubParts.find(shop)) === null) return null;
    if ((await cards.find(shop, number)) !== null) return null;
    return (await clubs.findVisit(shop, orderId))?.partner ?? (await partners.emitter(shop, number));
  };
  return async (shop, purchase) => {
    const partner = await partnerOf(shop.id, purchase);
    if (partner === null) return;
    const { orderId, snapshot, refunds } = purchase;
    const parts = visitParts(purchase, { owedCounts: shop.settings.owedCounts }, shop.timeZone);
    await clubs.putVisit(
      shop.id,
      { orderId, partner, parts },
      { updatedAt: snapshot?.updatedAt ?? 0, refunds: refunds.length },
    );
  };
}
