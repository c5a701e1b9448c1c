import { DAY_MS } from '../calendar/day.ts';
import type { CustomerId, Instant, ProgramId } from '../ids.ts';
import type { Referral } from '../program/program.ts';
import { compareIds } from '../purchase/compare-ids.ts';
import { isPurchase, netPurchase, type Terms } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';

/**
 * An order on which a holder's card was presented as a friend's: a fact of the holder, the giver. `friend` null: the
 * order is nobody's (any more). `isGiver`: one person by customer, phone, e-mail or Shopify customer (rules 2.7).
 * `others`: what else the friend bought, at any time.
 */
export type Referred = {
  readonly programId: ProgramId;
  readonly purchase: Purchase;
  readonly friend: {
    readonly id: CustomerId;
    readonly isGiver: boolean;
    readonly others: readonly Purchase[];
  } | null;
};

/** What became of a card handed on. */
export type HandedOn = 'counts' | 'own_card' | 'no_new_customer' | 'returned';

/** Whether a purchase is before another one, by instant, then by order id (rules 1): never by arrival. */
export function isEarlier(a: Purchase, b: Purchase): boolean {
  if (a.snapshot === null || b.snapshot === null) return false;
  const [one, other] = [a.snapshot.processedAt, b.snapshot.processedAt];
  return one < other || (one === other && compareIds(a.orderId, b.orderId) < 0);
}

/** Whoever bought before is no new customer, also when all of it came back: it may be had once. */
export const hasBoughtBefore = (order: Purchase, others: readonly Purchase[], terms: Terms): boolean =>
  others.some((other) => isPurchase(other.snapshot, terms) && isEarlier(other, order));

/**
 * What a friend's order is worth to the giver at an instant; null: no purchase, or not yet. Goods are back in full when
 * no item is left; money alone changes nothing, and what comes back after the program's days neither.
 */
export function judgeReferred(
  { purchase, friend }: Referred,
  { withinDays }: Pick<Referral, 'withinDays'>,
  at: Instant,
  terms: Terms,
): HandedOn | null {
  const { snapshot } = purchase;
  if (!isPurchase(snapshot, terms) || snapshot.processedAt > at) return null;
  if (friend?.isGiver === true) return 'own_card';
  if (friend !== null && hasBoughtBefore(purchase, friend.others, terms)) return 'no_new_customer';
  const judgedAt = Math.min(at, snapshot.processedAt + withinDays * DAY_MS);
  return netPurchase(purchase, judgedAt, terms)?.items === 0 ? 'returned' : 'counts';
}
