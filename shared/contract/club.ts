/** Why something about a club was refused. */
export type ClubRefusalCode =
  | 'in_a_club_already'
  | 'in_no_club'
  | 'club_full'
  | 'invitations_too_many'
  | 'unknown_invitation'
  | 'unknown_member'
  | 'not_keeper';

// GET /api/club → ClubView; every change below answers with it
export type ClubView = {
  /** null: the shop is in no club. */
  readonly club: {
    readonly name: string;
    readonly joinedAt: number;
    /** What cards of the others get here, in percent; "0" is nothing. */
    readonly guestPercent: string;
    /** Whether this shop looks after the club and may take others out. */
    readonly isKeeper: boolean;
    readonly members: readonly MemberView[];
    readonly invitations: readonly InvitationView[];
  } | null;
};
export type MemberView = {
  readonly shop: string;
  readonly name: string;
  readonly joinedAt: number;
  readonly guestBp: number;
  readonly isOwn: boolean;
};
export type InvitationView = { readonly id: string; readonly createdAt: number; readonly expiresAt: number };
// POST /api/club
export type FoundClubForm = { readonly name: string; readonly guestPercent: string };
// POST /api/club/join
export type JoinClubForm = { readonly code: string; readonly guestPercent: string };
// PUT /api/club/rule
export type ClubRuleForm = { readonly guestPercent: string };
// POST /api/club/leave; POST /api/club/members/:member/remove; POST /api/club/invitations/:invitation/revoke
// POST /api/club/invitations → InvitedView: the code is told this once
export type InvitedView = { readonly code: string; readonly expiresAt: number };

// GET /api/club/account?month=YYYY-MM → ClubAccountView; left out: the shop's present month
export type ClubAccountView = {
  readonly month: string;
  /** From the month the shop joined up to the present one, the newest first. */
  readonly months: readonly string[];
  readonly rows: readonly ClubAccountRowView[];
};
/** What two shops owe each other's word for: here with their cards, there with ours. Money of each in its own. */
export type ClubAccountRowView = {
  readonly shop: string;
  readonly name: string;
  readonly here: ClubAccountSumView;
  readonly there: ClubAccountSumView & { readonly currency: string };
};
export type ClubAccountSumView = {
  readonly purchases: number;
  readonly amountMinor: number;
  readonly discountMinor: number;
};
