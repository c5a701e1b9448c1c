import type { ClubStore, VisitSum, VisitView } from '../../../server/app/ports/club-store.ts';
import type { ClubPart, Invitation } from '../../../shared/domain/club/club.ts';
import type { MonthName, Visit } from '../../../shared/domain/club/visit.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { by, groupBy, type Table, type Tables, update } from './tables.ts';

/** The whole of one shop's visits in a month, by the other shop. */
function sums(visits: readonly Visit[], month: MonthName, other: ShopId): readonly VisitSum[] {
  const parts = visits.flatMap((visit) => visit.parts.filter((part) => part.month === month));
  if (parts.length === 0) return [];
  const sum = { purchases: 0, amountMinor: 0, discountMinor: 0 };
  for (const part of parts) {
    sum.purchases += part.purchases;
    sum.amountMinor += part.amountMinor;
    sum.discountMinor += part.discountMinor;
  }
  return [{ other, ...sum }];
}

type Visits = Pick<ClubStore, 'findVisit' | 'putVisit' | 'visitsHere' | 'visitsElsewhere'>;

function createVisits(visits: Table<Visit & VisitView>): Visits {
  const plain = ({ orderId, partner, parts }: Visit): Visit => ({ orderId, partner, parts });
  return {
    findVisit: async (shop, orderId) => {
      const known = visits.get(shop, orderId);
      return known === undefined ? null : plain(known);
    },
    putVisit: async (shop, visit, view) => {
      const known = visits.get(shop, visit.orderId);
      const isNewer = known !== undefined && (known.updatedAt > view.updatedAt || known.refunds > view.refunds);
      if (!isNewer) visits.set(shop, visit.orderId, { ...visit, ...view });
    },
    visitsHere: async (shop, month) => {
      const theirs = groupBy(visits.all(shop), ({ partner }) => partner);
      return [...theirs].flatMap(([partner, of]) => sums(of, month, partner)).sort(by(({ other }) => other));
    },
    visitsElsewhere: async (shop, month) => {
      const ours = visits.everywhere().filter(([, { partner }]) => partner === shop);
      const hosts = groupBy(ours, ([host]) => host);
      return [...hosts]
        .flatMap(([host, of]) =>
          sums(
            of.map(([, visit]) => visit),
            month,
            host,
          ),
        )
        .sort(by(({ other }) => other));
    },
  };
}

export function createInMemoryClubStore({ make }: Tables): ClubStore {
  const clubParts = make<ClubPart>();
  const invitations = make<Invitation>();
  const own = (shop: ShopId) => clubParts.get(shop, 'own');
  const change = (shop: ShopId, fields: Partial<ClubPart>) =>
    update(clubParts, shop, 'own', (known) => (known.leftAt === null ? { ...known, ...fields } : null));
  return {
    part: async (shop) => own(shop) ?? null,
    join: async (shop, part) => {
      const known = own(shop);
      if (known !== undefined && known.leftAt === null) return 'in_one';
      clubParts.set(shop, 'own', part);
      return 'joined';
    },
    changeRule: async (shop, guestBp) => change(shop, { guestBp }),
    leave: async (shop, leftAt) => change(shop, { leftAt }),
    members: async (shop) => {
      const known = own(shop);
      if (known === undefined || known.leftAt !== null) return [];
      return clubParts
        .everywhere()
        .map(([of, part]) => ({ ...part, shop: of }))
        .filter(({ clubId, leftAt }) => clubId === known.clubId && leftAt === null)
        .sort(by(({ joinedAt, shop: name }) => `${String(joinedAt).padStart(16, '0')} ${name}`));
    },
    invite: async (shop, invitation) => invitations.set(shop, invitation.id, invitation),
    invitations: async (shop, now) =>
      invitations
        .all(shop)
        .filter(({ takenBy, expiresAt }) => takenBy === null && expiresAt > now)
        .sort(by(({ createdAt }) => -createdAt)),
    revoke: async (shop, id) => {
      const known = invitations.get(shop, id);
      if (known === undefined || known.takenBy !== null) return false;
      invitations.remove(shop, id);
      return true;
    },
    take: async (shop, codeHash, now) => {
      const found = invitations.everywhere().find(([, one]) => one.codeHash === codeHash && one.expiresAt > now);
      if (found === undefined) return null;
      const [from, known] = found;
      if (known.takenBy !== null && known.takenBy !== shop) return null;
      invitations.set(from, known.id, { ...known, takenBy: shop });
      return { ...known, takenBy: shop, from };
    },
    ...createVisits(make()),
  };
}
