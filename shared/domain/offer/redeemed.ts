import type { Instant, OrderId, ProgramId } from '../ids.ts';
import { isPurchase } from '../purchase/net-purchase.ts';
import type { Purchase } from '../purchase/purchase.ts';
import type { Offer, Redeemed } from './offer.ts';
import type { RewardCode } from './reward-code.ts';

/** An order that named the code of an offer. The order of its arrival makes no difference, nor how often it is told. */
export type CodeUse = Omit<Offer, 'id'> & {
  readonly offerId: Offer['id'];
  readonly code: RewardCode;
  readonly orderId: OrderId;
};

/** Whether the order as it is known now still names the code: its newest snapshot decides, as for everything else. */
export const stillNames = ({ snapshot }: Purchase, code: RewardCode): boolean =>
  snapshot?.codes?.includes(code) ?? false;

/**
 * Since when somebody else's order holds what it took; null: it does not any more. It is none of the customer's
 * purchases, so no standing looks into it, and what it is now is what counts. One that is not paid yet holds it too,
 * until it is cancelled.
 */
function heldElsewhere({ snapshot, refunds }: Purchase): Instant | null {
  if (snapshot === null || snapshot.cancelledAt !== null || !isPurchase(snapshot, { owedCounts: true })) return null;
  const returned = refunds.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
  const bought = snapshot.lines.reduce((sum, { quantity, removedQuantity }) => sum + quantity - removedQuantity, 0);
  return returned < bought ? snapshot.processedAt : null;
}

/**
 * What of a customer's one-off rewards orders have used (rules 2.8), by program, offer and order. `own`: their own
 * purchases, which say by themselves whether they still stand; `others`: purchases that are not theirs and named one of
 * their codes.
 */
export function redeemedOf(
  uses: readonly CodeUse[],
  own: readonly Purchase[],
  others: readonly Purchase[] = [],
): readonly Redeemed[] {
  if (uses.length === 0) return [];
  const mine = new Map(own.map((purchase) => [purchase.orderId, purchase]));
  const foreign = new Map(others.map((purchase) => [purchase.orderId, purchase]));
  const redeemed = uses.flatMap(({ code, ...use }) => {
    const purchase = mine.get(use.orderId);
    if (purchase !== undefined) return stillNames(purchase, code) ? [use] : [];
    const other = foreign.get(use.orderId);
    const elsewhere = other !== undefined && stillNames(other, code) ? heldElsewhere(other) : null;
    return elsewhere === null ? [] : [{ ...use, elsewhere }];
  });
  return redeemed.sort(inOrder);
}

const textOf = ({ programId, offerId, orderId }: Redeemed): string => `${programId} ${offerId} ${orderId}`;
const inOrder = (a: Redeemed, b: Redeemed): number => (textOf(a) < textOf(b) ? -1 : 1);

/** What one kind of code stands for, as a key: the program and what is given. */
export const kindOf = (programId: ProgramId, gives: Offer['gives']): string =>
  `${programId} ${gives.kind === 'percent' ? `percent ${gives.discountBp}` : `gift ${gives.productId}`}`;
