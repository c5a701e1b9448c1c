import type { GuessStore } from '../../../server/app/ports/guess-store.ts';
import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import { by, type Tables } from './tables.ts';

type Row = {
  readonly bucket: string;
  readonly windowStartsAt: Instant;
  readonly wrong: number;
  readonly limited: number;
};

export function createInMemoryGuessStore({ make }: Tables): GuessStore {
  const table = make<Row>();
  const row = (shop: ShopId, bucket: string, windowStartsAt: Instant): Row =>
    table.get(shop, `${windowStartsAt} ${bucket}`) ?? { bucket, windowStartsAt, wrong: 0, limited: 0 };
  const put = (shop: ShopId, changed: Row) => table.set(shop, `${changed.windowStartsAt} ${changed.bucket}`, changed);
  return {
    count: async (shop, buckets, windowStartsAt) =>
      buckets.map((bucket) => {
        const known = row(shop, bucket, windowStartsAt);
        put(shop, { ...known, wrong: known.wrong + 1 });
        return known.wrong + 1;
      }),
    counts: async (shop, buckets, windowStartsAt) => buckets.map((bucket) => row(shop, bucket, windowStartsAt).wrong),
    since: async (shop, at) =>
      table
        .all(shop)
        .filter(({ bucket, windowStartsAt }) => bucket === 'shop' && windowStartsAt >= at)
        .sort(by((one) => one.windowStartsAt))
        .map(({ windowStartsAt, wrong, limited }) => ({ windowStartsAt, wrong, limited })),
    limited: async (shop, windowStartsAt) => {
      const known = row(shop, 'shop', windowStartsAt);
      put(shop, { ...known, limited: known.limited + 1 });
    },
  };
}
