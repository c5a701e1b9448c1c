import type { ClubId, Instant, InvitationId, ShopId } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';

/**
 * A shop's part in a discount club (product D7, decision 0069); a shop is in one club at most. `guestBp` is its own
 * rule: what cards of the other shops get here in basis points, 0: nothing. `leftAt` null: it is a member.
 */
export type ClubPart = {
  readonly clubId: ClubId;
  readonly clubName: string;
  readonly joinedAt: Instant;
  readonly guestBp: BasisPoints;
  readonly leftAt: Instant | null;
};

export type Member = ClubPart & { readonly shop: ShopId };

/** An invitation is good once and until `expiresAt`; of its code only a hash is kept. */
export type Invitation = {
  readonly id: InvitationId;
  readonly clubId: ClubId;
  readonly clubName: string;
  readonly codeHash: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly takenBy: ShopId | null;
};

/** Each wrong number at a till is looked for in every shop of the club, so a club stays small. */
export const MEMBERS_MAX = 30;

/** Who looks after the club: of those who are in it the one who came first, ties by name. */
export function keeperOf(members: readonly Member[]): ShopId | null {
  let keeper: Member | null = null;
  for (const member of members) {
    const isEarlier =
      keeper === null ||
      member.joinedAt < keeper.joinedAt ||
      (member.joinedAt === keeper.joinedAt && member.shop < keeper.shop);
    if (isEarlier) keeper = member;
  }
  return keeper?.shop ?? null;
}
