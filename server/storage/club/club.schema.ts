import { asIs, defineStored, number, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { ClubPartDoc, InvitationDoc, VisitDoc } from './club.codec.ts';

export const storedClubParts = defineStored<ClubPartDoc>(
  'club-parts',
  { clubId: wholeText, clubName: wholeText, joinedAt: wholeNumber, guestBp: wholeNumber, leftAt: number },
  [
    { fields: { shop: 1 }, options: { unique: true } },
    // Who is in a club: asked by those who are in it.
    { fields: { clubId: 1, joinedAt: 1, shop: 1 } },
  ],
);

export const storedInvitations = defineStored<InvitationDoc>(
  'invitations',
  {
    invitationId: wholeText,
    clubId: wholeText,
    clubName: wholeText,
    codeHash: wholeText,
    createdAt: wholeNumber,
    expiresAt: wholeNumber,
    takenBy: text,
    forgetAt: { type: Date, required: true },
  },
  [
    { fields: { shop: 1, createdAt: -1 } },
    { fields: { shop: 1, invitationId: 1 }, options: { unique: true } },
    // Whoever was told the code, whose shop is another.
    { fields: { codeHash: 1 }, options: { unique: true } },
    { fields: { forgetAt: 1 }, options: { expireAfterSeconds: 0 } },
  ],
);

export const storedVisits = defineStored<VisitDoc>(
  'visits',
  { orderId: wholeText, partner: wholeText, parts: [asIs], updatedAt: wholeNumber, refunds: wholeNumber },
  [
    { fields: { shop: 1, orderId: 1 }, options: { unique: true } },
    { fields: { shop: 1, 'parts.month': 1 } },
    // The other side of the same account, which the partner reads.
    { fields: { partner: 1, 'parts.month': 1 } },
  ],
);
