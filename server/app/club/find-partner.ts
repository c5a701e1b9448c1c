import type { Member } from '../../../shared/domain/club/club.ts';
import type { CardNumber, Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Card } from '../../../shared/domain/instrument/card.ts';
import { usableHolder } from '../instrument/usable-holder.ts';
import { createRecent } from '../recent.ts';
import type { RecentShops } from '../recent-shops.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { PartnerCard } from './club-use-cases.ts';

type Deps = Pick<UseCaseDeps, 'stores' | 'clock'> & { readonly recentShops: Pick<RecentShops, 'find'> };

export type FindPartner = {
  /** What a card of another shop of the club gets here; null: nothing, whatever the reason. */
  readonly usable: (shop: ShopId, number: CardNumber, now: Instant) => Promise<PartnerCard | null>;
  /** Which other shop of the club has emitted the number, in whatever state it is by now. */
  readonly emitter: (shop: ShopId, number: CardNumber) => Promise<ShopId | null>;
};

/**
 * Looks for a card number in the other shops of the club, all at once. Of their cards nothing but the state is looked
 * at, and nothing of whose they are leaves them. Who is in a club is known from a moment ago.
 */
export function createFindPartner({ stores, clock, recentShops }: Deps): FindPartner {
  const members = createRecent(stores.clubs.members, clock);
  const partnersOf = async (shop: ShopId) => (await members.find(shop)).filter((member) => member.shop !== shop);
  const withCard = async (partners: readonly Member[], number: CardNumber, isWanted: (card: Card) => boolean) => {
    const cards = await Promise.all(partners.map(({ shop }) => stores.cards.find(shop, number)));
    return partners.find((_, i) => cards[i] != null && isWanted(cards[i]));
  };
  return {
    usable: async (shop, number, now) => {
      const partners = await partnersOf(shop);
      if (partners.length === 0) return null;
      const own = (await members.find(shop)).find((member) => member.shop === shop);
      const found = await withCard(partners, number, (card) => usableHolder(card, now) !== null);
      if (own === undefined || found === undefined || own.guestBp === 0) return null;
      const known = await recentShops.find(found.shop);
      if (known?.state !== 'installed') return null;
      return { partner: found.shop, shopName: known.name, clubName: own.clubName, discountBp: own.guestBp };
    },
    emitter: async (shop, number) => (await withCard(await partnersOf(shop), number, () => true))?.shop ?? null,
  };
}
