import type { Instant } from '../ids.ts';
import type { BasisPoints } from '../money/money.ts';
import type { Referral } from '../program/program.ts';
import type { Terms } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';
import type { Made } from '../standing/accumulate.ts';
import { type HandedOn, isEarlier, judgeReferred, type Referred } from './referred.ts';
import { tookBonus } from './took-bonus.ts';

/**
 * Rules 2.7 of a giver: friends brought whose purchase counts, bonuses ready and used, and how many more were used than
 * friends brought. For good there is one bonus, ready as long as a friend counts, and none is used up.
 */
export type ReferralStanding = {
  readonly bonusBp: BasisPoints;
  readonly brought: number;
  readonly ready: number;
  readonly used: number;
  readonly deficit: number;
};

/** What is asked: friends' orders and the giver's own purchases of a window, in order, by `asOf`. */
export type ReferralAsked = {
  readonly referred: readonly Referred[];
  readonly made: readonly Made[];
  readonly asOf: Instant;
  readonly terms: Terms;
  /** What the giver's own discount was just before a purchase, without a bonus. */
  readonly ownBpBefore: (purchase: Purchase) => BasisPoints;
};

/** Checkout may believe for so long what it was told before a bonus was used or taken back: open carts, late news. */
const OPEN_CARTS_MS = 2 * 24 * 60 * 60 * 1000;

function usedBy(referral: Referral, { referred, made, terms, ownBpBefore }: ReferralAsked): number {
  const judge = (one: Referred, at: Instant): HandedOn | null => judgeReferred(one, referral, at, terms);
  let used = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const { purchase, at, left } of made) {
    if (left.purchases === 0) continue;
    const before = referred.filter((one) => isEarlier(one.purchase, purchase));
    if (before.filter((one) => judge(one, at) === 'counts').length > used) {
      used += 1;
      lastAt = at;
      continue;
    }
    // A second cart that was open with the one bonus, or one that was told of a bonus just before it was withdrawn.
    const isStale = at - lastAt <= OPEN_CARTS_MS || before.some((one) => wasWithdrawn(one, judge, at));
    if (isStale && tookBonus(purchase, ownBpBefore(purchase), referral.bonusBp)) used += 1;
  }
  return used;
}

/** Whether it counted a moment ago and does not at this instant. */
const wasWithdrawn = (one: Referred, judge: (one: Referred, at: Instant) => HandedOn | null, at: Instant): boolean =>
  judge(one, at) === 'returned' && judge(one, at - OPEN_CARTS_MS) !== 'returned';

/**
 * The bonus of rules 2.7, walked over the giver's own purchases in their order: each one that counts takes one that was
 * there before it. A friend's goods that come back later leave what was used as a deficit, which the next friend fills.
 */
export function referralStanding(referral: Referral, asked: ReferralAsked): ReferralStanding {
  const { referred, asOf, terms } = asked;
  const { bonusBp } = referral;
  const brought = referred.filter((one) => judgeReferred(one, referral, asOf, terms) === 'counts').length;
  if (referral.bonus === 'for_good') return { bonusBp, brought, ready: Math.min(1, brought), used: 0, deficit: 0 };
  const used = referred.length === 0 ? 0 : usedBy(referral, asked);
  return { bonusBp, brought, ready: Math.max(0, brought - used), used, deficit: Math.max(0, used - brought) };
}
