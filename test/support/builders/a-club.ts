import type { ClubPart, Invitation } from '../../../shared/domain/club/club.ts';
import type { Visit } from '../../../shared/domain/club/visit.ts';
import type { ClubId, InvitationId, ShopId } from '../../../shared/domain/ids.ts';
import { order } from '../../app/builders.ts';

export const clubId = (id: number) => `clb_${String(id).padStart(10, '0')}` as ClubId;
export const aClubPart = (change: Partial<ClubPart> = {}): ClubPart => ({
  clubId: clubId(1),
  clubName: 'High street',
  joinedAt: 1000,
  guestBp: 500,
  leftAt: null,
  ...change,
});
export const anInvitation = (id: number, change: Partial<Invitation> = {}): Invitation => ({
  id: `ivt_${String(id).padStart(10, '0')}` as InvitationId,
  clubId: clubId(1),
  clubName: 'High street',
  codeHash: `hash ${id}`,
  createdAt: 1000 + id,
  expiresAt: Date.now() + 86_400_000,
  takenBy: null,
  ...change,
});
export const aVisit = (id: number, partner: ShopId, month: string, amountMinor: number): Visit => ({
  orderId: order(id),
  partner,
  parts: [{ month, purchases: 1, amountMinor, discountMinor: amountMinor / 10 }],
});
