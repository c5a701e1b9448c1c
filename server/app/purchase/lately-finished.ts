import { digest } from '../../../shared/domain/digest.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredPurchase } from '../ports/purchase-store.ts';

/** Longer than the tellings of one event are apart; shorter than anybody waits before replaying one on purpose. */
const KEPT_MS = 30_000;
const KEPT_MAX = 5000;

export type LatelyFinished = {
  readonly add: (shop: ShopId, purchase: StoredPurchase) => void;
  /** Whether everything that follows from the purchase, as it is stored now, was done by this process just now. */
  readonly has: (shop: ShopId, purchase: StoredPurchase) => boolean;
};

/**
 * Shopify tells of one paid order as created, as paid and as updated. The second and the third bring nothing: what the
 * first found in the store and worked through to the end need not be worked through again. Whatever changed the
 * purchase since, another process too, makes it another one, and after a crash nothing is remembered.
 */
export function createLatelyFinished(clock: Clock): LatelyFinished {
  const kept = new Map<string, { readonly as: string; readonly at: Instant }>();
  const keyOf = (shop: ShopId, { orderId }: StoredPurchase) => `${shop} ${orderId}`;
  return {
    add: (shop, purchase) => {
      if (kept.size >= KEPT_MAX) kept.clear();
      kept.set(keyOf(shop, purchase), { as: digest(purchase), at: clock.now() });
    },
    has: (shop, purchase) => {
      const known = kept.get(keyOf(shop, purchase));
      return known !== undefined && Math.abs(clock.now() - known.at) < KEPT_MS && known.as === digest(purchase);
    },
  };
}
