import type { OrderId } from '../../../shared/domain/ids.ts';
import { mergePurchase } from '../../../shared/domain/purchase/merge-purchase.ts';
import type { OrderSnapshot, Refund } from '../../../shared/domain/purchase/purchase.ts';
import type { Facts, HeldCard, ManualFact } from '../../../shared/domain/standing/standing.ts';

/** One thing that is told, as often and as late as the world likes. */
export type Delivery =
  | {
      readonly kind: 'purchase';
      readonly orderId: OrderId;
      readonly snapshot: OrderSnapshot | null;
      readonly refunds: readonly Refund[];
    }
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
    case 'card':
      return { ...known, cards: [...known.cards.filter((c) => c.number !== delivery.card.number), delivery.card] };
    case 'manual':
      return {
        ...known,
        manual: [...known.manual.filter((f) => f.sequence !== delivery.fact.sequence), delivery.fact],
      };
  }
}
