import type { Instant, ShopId } from '../../../shared/domain/ids.ts';

/** Who typed card numbers. Keys are hashes: no address is kept in plain. `bucket`: `shop`, `address:…`, `session:…`. */
export type GuessStore = {
  /** Counts one wrong number in each bucket for the window that begins at `windowStartsAt`; answers the new counts. */
  readonly count: (
    shop: ShopId,
    buckets: readonly string[],
    windowStartsAt: Instant,
    forgetAt: Instant,
  ) => Promise<readonly number[]>;
  readonly counts: (shop: ShopId, buckets: readonly string[], windowStartsAt: Instant) => Promise<readonly number[]>;
  /** For the merchant: wrong numbers per window since an instant. */
  readonly since: (
    shop: ShopId,
    at: Instant,
  ) => Promise<readonly { readonly windowStartsAt: Instant; readonly wrong: number; readonly limited: number }[]>;
  readonly limited: (shop: ShopId, windowStartsAt: Instant, forgetAt: Instant) => Promise<void>;
};
