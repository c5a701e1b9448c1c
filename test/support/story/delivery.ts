import type { OrderId } from '../../../shared/domain/ids.ts';
import { mergePurchase } from '../../../shared/domain/purchase/merge-purchase.ts';
import type { OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import type { Referred } from '../../../shared/domain/referral/referred.ts';
import type { Facts, HeldCard, ManualFact } from '../../../shared/domain/standing/standing.ts';
import { PROGRAM } from '../builders/a-program.ts';
import { customerId } from '../builders/ids.ts';

type Telling = {
  readonly orderId: OrderId;
  readonly snapshot: OrderSnapshot | null;
  readonly refunds: readonly Refund[];
};

/** One thing that is told, as often and as late as the world likes; `friend`: of an order with the card handed on. */
export type Delivery =
  | (Telling & { readonly kind: 'purchase' | 'friend' })
  | { readonly kind: 'card'; readonly card: HeldCard }
  | { readonly kind: 'manual'; readonly fact: ManualFact };

/** The facts with one more telling in them: what is known already makes no difference. */
export function receive(known: Facts, delivery: Delivery): Facts {
  switch (delivery.kind) {
    case 'purchase': {
      const { orderId, snapshot, refunds } = delivery;
      const before = known.purchases.find((p) => p.orderId === orderId) ?? null;
      const { purchase } = mergePurchase(before, orderId, snapshot, refunds);
      return { ...known, purchases: [...known.purchases.filter((p) => p !== before), purchase] };
    }
    case 'friend':
      return { ...known, referred: withFriends(known.referred ?? [], delivery) };
    case 'card':
      return { ...known, cards: [...known.cards.filter((c) => c.number !== delivery.card.number), delivery.card] };
    case 'manual':
      return {
        ...known,
        manual: [...known.manual.filter((f) => f.sequence !== delivery.fact.sequence), delivery.fact],
      };
  }
}

/** A friend who is somebody else and bought nothing before. */
const FRIEND = { id: customerId('cus_friend0000'), isGiver: false, others: [] };

function withFriends(known: readonly Referred[], { orderId, snapshot, refunds }: Telling): readonly Referred[] {
  const before = known.find(({ purchase }) => purchase.orderId === orderId);
  const { purchase } = mergePurchase(before?.purchase ?? null, orderId, snapshot, refunds);
  return [...known.filter((one) => one !== before), { programId: PROGRAM, purchase, friend: FRIEND }];
}
