import type { Member } from '../../../shared/domain/club/club.ts';
import type { MonthName } from '../../../shared/domain/club/visit.ts';
import type { ClubStore, VisitSum } from '../../app/ports/club-store.ts';
import { isDuplicateKey, retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import {
  type ClubPartDoc,
  decodeClubPart,
  decodeInvitation,
  decodeVisit,
  encodeClubPart,
  encodeInvitation,
  type InvitationDoc,
  type VisitDoc,
} from './club.codec.ts';

type Deps = {
  readonly clubParts: TenantCollection<ClubPartDoc>;
  readonly invitations: TenantCollection<InvitationDoc>;
  readonly visits: TenantCollection<VisitDoc>;
};

/** The parts of one month, added up by the other shop. */
const sums = (month: MonthName, other: '$partner' | '$shop') => [
  { $unwind: '$parts' },
  { $match: { 'parts.month': month } },
  {
    $group: {
      _id: other,
      purchases: { $sum: '$parts.purchases' },
      amountMinor: { $sum: '$parts.amountMinor' },
      discountMinor: { $sum: '$parts.discountMinor' },
    },
  },
  { $sort: { _id: 1 } },
  { $project: { _id: 0, other: '$_id', purchases: 1, amountMinor: 1, discountMinor: 1 } },
];

/** What crosses shops is asked with what only its own people know: their club, a code, their own name as partner. */
export function createMongoClubStore({ clubParts, invitations, visits }: Deps): ClubStore {
  const partOf: ClubStore['part'] = async (shop) => {
    const doc = await clubParts.findOne(shop, {});
    return doc === null ? null : decodeClubPart(doc);
  };
  return {
    part: partOf,
    join: async (shop, part) => {
      await clubParts.deleteMany(shop, { leftAt: { $exists: true } });
      try {
        await clubParts.insert(shop, encodeClubPart(part));
        return 'joined';
      } catch (error) {
        if (isDuplicateKey(error)) return 'in_one';
        throw error;
      }
    },
    changeRule: async (shop, guestBp) =>
      (await clubParts.updateOne(shop, { leftAt: { $exists: false } }, { $set: { guestBp } })).matched > 0,
    leave: async (shop, leftAt) =>
      (await clubParts.updateOne(shop, { leftAt: { $exists: false } }, { $set: { leftAt } })).matched > 0,
    members: async (shop) => {
      const own = await partOf(shop);
      if (own === null || own.leftAt !== null) return [];
      const query = { clubId: own.clubId, leftAt: { $exists: false } };
      const found = clubParts.acrossShops.find(query, { sort: { joinedAt: 1, shop: 1 } });
      return (await found.toArray()).map((doc): Member => ({ ...decodeClubPart(doc), shop: doc.shop }));
    },
    invite: (shop, invitation) => invitations.insert(shop, encodeInvitation(invitation)),
    invitations: async (shop, now) => {
      const query = { takenBy: { $exists: false }, expiresAt: { $gt: now } };
      return (await invitations.find(shop, query, { sort: { createdAt: -1 } }).toArray()).map(decodeInvitation);
    },
    revoke: async (shop, invitationId) =>
      (await invitations.deleteMany(shop, { invitationId, takenBy: { $exists: false } })) > 0,
    take: async (shop, codeHash, now) => {
      const free = { codeHash, expiresAt: { $gt: now }, $or: [{ takenBy: { $exists: false } }, { takenBy: shop }] };
      const change = { $set: { takenBy: shop } };
      const doc = await invitations.acrossShops.findOneAndUpdate(free, change, { returnDocument: 'after' });
      return doc === null ? null : { ...decodeInvitation(doc), from: doc.shop };
    },
    findVisit: async (shop, orderId) => {
      const doc = await visits.findOne(shop, { orderId });
      return doc === null ? null : decodeVisit(doc);
    },
    putVisit: async (shop, { orderId, ...visit }, view) => {
      const older = { orderId, updatedAt: { $lte: view.updatedAt }, refunds: { $lte: view.refunds } };
      const write = () => visits.updateOne(shop, older, { $set: { ...visit, ...view } }, { upsert: true });
      // Refused by the unique index each time: what is kept is newer.
      await retryDuplicate(write, 2).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    },
    visitsHere: (shop, month) =>
      visits.aggregate<VisitSum>(shop, { 'parts.month': month } as never, sums(month, '$partner')),
    visitsElsewhere: (shop, month) =>
      visits.acrossShops
        .aggregate<VisitSum>([{ $match: { partner: shop, 'parts.month': month } }, ...sums(month, '$shop')])
        .toArray(),
  };
}
