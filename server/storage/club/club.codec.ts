import type { ClubPart, Invitation } from '../../../shared/domain/club/club.ts';
import type { Visit } from '../../../shared/domain/club/visit.ts';
import type { InvitationId, ShopId } from '../../../shared/domain/ids.ts';
import type { VisitView } from '../../app/ports/club-store.ts';

export type ClubPartDoc = Omit<ClubPart, 'leftAt'> & { readonly shop: ShopId; readonly leftAt?: number };

/** `forgetAt` is a date, since the database forgets by dates. */
export type InvitationDoc = Omit<Invitation, 'id' | 'takenBy'> & {
  readonly shop: ShopId;
  readonly invitationId: InvitationId;
  readonly takenBy?: ShopId;
  readonly forgetAt: Date;
};

export type VisitDoc = Visit & VisitView & { readonly shop: ShopId };

/** Long enough for whoever took it to be cut short and come again. */
const KEPT_MS = 7 * 86_400_000;

export const encodeClubPart = ({ leftAt, ...part }: ClubPart): Omit<ClubPartDoc, 'shop'> => ({
  ...part,
  ...(leftAt === null ? {} : { leftAt }),
});

export const decodeClubPart = ({ clubId, clubName, joinedAt, guestBp, leftAt }: ClubPartDoc): ClubPart => ({
  clubId,
  clubName,
  joinedAt,
  guestBp,
  leftAt: leftAt ?? null,
});

export const encodeInvitation = ({ id, takenBy, ...invitation }: Invitation): Omit<InvitationDoc, 'shop'> => ({
  ...invitation,
  invitationId: id,
  ...(takenBy === null ? {} : { takenBy }),
  forgetAt: new Date(invitation.expiresAt + KEPT_MS),
});

export const decodeInvitation = (doc: InvitationDoc): Invitation => ({
  id: doc.invitationId,
  clubId: doc.clubId,
  clubName: doc.clubName,
  codeHash: doc.codeHash,
  createdAt: doc.createdAt,
  expiresAt: doc.expiresAt,
  takenBy: doc.takenBy ?? null,
});

export const decodeVisit = ({ orderId, partner, parts }: VisitDoc): Visit => ({ orderId, partner, parts });
