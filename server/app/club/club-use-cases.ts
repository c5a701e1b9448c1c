import type { ClubPart } from '../../../shared/domain/club/club.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { Instant, InvitationId, ShopId } from '../../../shared/domain/ids.ts';
import type { BasisPoints } from '../../../shared/domain/money/money.ts';
import type { Result } from '../../../shared/domain/result.ts';

type Faults = { readonly code: 'faults'; readonly faults: readonly Fault[] };

/** A card of another shop of the club, and what it gets here; nothing is known of whose it is. */
export type PartnerCard = {
  readonly partner: ShopId;
  readonly shopName: string;
  readonly clubName: string;
  readonly discountBp: BasisPoints;
};

/** What the app can do with discount clubs (product D7, decision 0069). Percentages come as typed. */
export type ClubUseCases = {
  readonly foundClub: (
    shop: ShopId,
    typed: { readonly name: string; readonly guestPercent: string },
  ) => Promise<Result<ClubPart, Faults | { readonly code: 'in_a_club_already' }>>;
  /** The code is told this once; what is kept is its hash. */
  readonly inviteToClub: (
    shop: ShopId,
  ) => Promise<
    Result<
      { readonly code: string; readonly expiresAt: Instant },
      { readonly code: 'in_no_club' | 'club_full' | 'invitations_too_many' }
    >
  >;
  readonly revokeInvitation: (
    shop: ShopId,
    id: InvitationId,
  ) => Promise<Result<null, { readonly code: 'unknown_invitation' }>>;
  readonly joinClub: (
    shop: ShopId,
    typed: { readonly code: string; readonly guestPercent: string },
  ) => Promise<Result<ClubPart, Faults | { readonly code: 'in_a_club_already' | 'unknown_invitation' | 'club_full' }>>;
  readonly changeClubRule: (
    shop: ShopId,
    guestPercent: string,
  ) => Promise<Result<null, Faults | { readonly code: 'in_no_club' }>>;
  readonly leaveClub: (shop: ShopId) => Promise<Result<null, { readonly code: 'in_no_club' }>>;
  /** Only who looks after the club can. */
  readonly removeFromClub: (
    shop: ShopId,
    other: ShopId,
  ) => Promise<Result<null, { readonly code: 'in_no_club' | 'unknown_member' | 'not_keeper' }>>;
  /** A number that a till scanned and the shop itself does not have; null: no usable card of any partner. */
  readonly findPartnerCard: (shop: ShopId, typed: string) => Promise<PartnerCard | null>;
};
