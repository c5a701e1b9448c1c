import type { ClubPart, Invitation, Member } from '../../../shared/domain/club/club.ts';
import type { MonthName, Visit, VisitPart } from '../../../shared/domain/club/visit.ts';
import type { Instant, InvitationId, OrderId, ShopId } from '../../../shared/domain/ids.ts';

/** How far what is known of an order has come: both only rise, so an older view never replaces a newer one. */
export type VisitView = { readonly updatedAt: Instant; readonly refunds: number };

/** What the visits of a month come to, by the other shop. */
export type VisitSum = Omit<VisitPart, 'month'> & { readonly other: ShopId };

/**
 * Clubs of shops. What crosses from one shop to another is named here and is no more: who is in one's own club, the
 * invitation somebody was told the code of, and the sums of visits with one's own cards.
 */
export type ClubStore = {
  /** The shop's own part, also one that it has left; null: it never was in a club. */
  readonly part: (shop: ShopId) => Promise<ClubPart | null>;
  /** `in_one`: the shop is in a club already. One that was left is replaced. */
  readonly join: (shop: ShopId, part: ClubPart) => Promise<'joined' | 'in_one'>;
  readonly changeRule: (shop: ShopId, guestBp: number) => Promise<boolean>;
  readonly leave: (shop: ShopId, leftAt: Instant) => Promise<boolean>;
  /** Everybody in the shop's club, itself included, the first first; none where it is in no club. */
  readonly members: (shop: ShopId) => Promise<readonly Member[]>;
  readonly invite: (shop: ShopId, invitation: Invitation) => Promise<void>;
  /** Those of the shop that nobody has taken, the newest first. */
  readonly invitations: (shop: ShopId, now: Instant) => Promise<readonly Invitation[]>;
  readonly revoke: (shop: ShopId, id: InvitationId) => Promise<boolean>;
  /** Takes an invitation for this shop, which may do so again; null: no such code, taken by another, or too late. */
  readonly take: (
    shop: ShopId,
    codeHash: string,
    now: Instant,
  ) => Promise<(Invitation & { readonly from: ShopId }) | null>;
  readonly findVisit: (shop: ShopId, orderId: OrderId) => Promise<Visit | null>;
  /** Repeatable; a view that is older than the one kept changes nothing. */
  readonly putVisit: (shop: ShopId, visit: Visit, view: VisitView) => Promise<void>;
  /** Visits of others in this shop. */
  readonly visitsHere: (shop: ShopId, month: MonthName) => Promise<readonly VisitSum[]>;
  /** Visits elsewhere with this shop's cards. */
  readonly visitsElsewhere: (shop: ShopId, month: MonthName) => Promise<readonly VisitSum[]>;
};
