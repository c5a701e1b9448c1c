import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import type { GuessStore } from '../../app/ports/guess-store.ts';
import { LIGHTLY } from '../lightly.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeGuesses, type GuessDoc, SHOP_BUCKET } from './guess.codec.ts';

/** Counters of one window are worth little: a failover may lose the last of them. */
export function createMongoGuessStore(guesses: TenantCollection<GuessDoc>): GuessStore {
  type Place = { readonly bucket: string; readonly windowStartsAt: Instant };
  const raise = async (shop: ShopId, place: Place, field: 'wrong' | 'limited', forgetAt: Instant) => {
    const other = field === 'wrong' ? 'limited' : 'wrong';
    const update = { $inc: { [field]: 1 }, $setOnInsert: { [other]: 0, forgetAt: new Date(forgetAt) } };
    const options = { upsert: true, returnDocument: 'after', ...LIGHTLY } as const;
    const row = await retryDuplicate(() => guesses.findOneAndUpdate(shop, place, update, options));
    return row?.[field] ?? 1;
  };
  return {
    count: (shop, buckets, windowStartsAt, forgetAt) =>
      Promise.all(buckets.map((bucket) => raise(shop, { bucket, windowStartsAt }, 'wrong', forgetAt))),
    counts: async (shop, buckets, windowStartsAt) => {
      const rows = await guesses.find(shop, { bucket: { $in: [...buckets] }, windowStartsAt }).toArray();
      const known = new Map(rows.map(({ bucket, wrong }) => [bucket, wrong]));
      return buckets.map((bucket) => known.get(bucket) ?? 0);
    },
    since: async (shop, at) => {
      const query = { bucket: SHOP_BUCKET, windowStartsAt: { $gte: at } };
      return (await guesses.find(shop, query, { sort: { windowStartsAt: 1 } }).toArray()).map(decodeGuesses);
    },
    limited: async (shop, windowStartsAt, forgetAt) => {
      await raise(shop, { bucket: SHOP_BUCKET, windowStartsAt }, 'limited', forgetAt);
    },
  };
}
