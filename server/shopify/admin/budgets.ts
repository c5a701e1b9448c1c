import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';

/** What Shopify says of a shop's bucket of points after each call. */
export type ThrottleStatus = {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
};

export type Budgets = {
  /** Waits until the shop's bucket holds the points, and sets them aside. */
  readonly take: (shop: ShopId, cost: number) => Promise<void>;
  /** The call is over; what Shopify said of the bucket, where it did. */
  readonly give: (shop: ShopId, cost: number, told: ThrottleStatus | null) => void;
};

type Bucket = { told: ThrottleStatus | null; toldAt: Instant; setAside: number };

const WAIT_MAX_MS = 20_000;
const WAIT_MIN_MS = 50;

/**
 * The points that a shop still grants us, as this process knows them. It never asks for more than there are; other
 * processes of ours draw on the same bucket, so Shopify may still say no, and its word then counts.
 */
export function createBudgets(clock: Clock, pause: (ms: number) => Promise<void>): Budgets {
  const buckets = new Map<ShopId, Bucket>();
  const bucketOf = (shop: ShopId): Bucket => {
    const known = buckets.get(shop) ?? { told: null, toldAt: 0, setAside: 0 };
    buckets.set(shop, known);
    return known;
  };
  return {
    take: async (shop, cost) => {
      const bucket = bucketOf(shop);
      let waitedMs = 0;
      for (let ms = msUntil(bucket, cost, clock.now()); ms > 0; ms = msUntil(bucket, cost, clock.now())) {
        if (waitedMs >= WAIT_MAX_MS) throw new AppError('shopify_throttled', true);
        const waitMs = Math.max(WAIT_MIN_MS, Math.min(ms, WAIT_MAX_MS - waitedMs));
        await pause(waitMs);
        waitedMs += waitMs;
      }
      bucket.setAside += cost;
    },
    give: (shop, cost, told) => {
      const bucket = bucketOf(shop);
      bucket.setAside = Math.max(0, bucket.setAside - cost);
      if (told === null) return;
      bucket.told = told;
      bucket.toldAt = clock.now();
    },
  };
}

/** Until the bucket holds the points beside those set aside for calls under way; a bucket never told of is full. */
function msUntil({ told, toldAt, setAside }: Bucket, cost: number, now: Instant): number {
  if (told === null) return 0;
  const { maximumAvailable, currentlyAvailable, restoreRate } = told;
  const restored = currentlyAvailable + (Math.max(0, now - toldAt) / 1000) * restoreRate;
  const free = Math.min(maximumAvailable, restored) - setAside;
  const needed = Math.min(cost, maximumAvailable);
  // Nothing of ours is under way and still it does not fit: the bucket is smaller than we think, so Shopify shall say.
  if (free >= needed || restoreRate <= 0) return 0;
  return Math.ceil(((needed - free) / restoreRate) * 1000);
}
