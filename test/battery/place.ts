import type { PrivacyFiles } from '../../server/app/ports/privacy-files.ts';
import type { Stores } from '../../server/app/ports/stores.ts';
import type { ShopId } from '../../shared/domain/ids.ts';

export type AllStores = Stores & { readonly privacyFiles: PrivacyFiles };

/** Where a battery runs: the stores to try, and a shop that nobody used before this test. */
export type Place = { readonly stores: () => AllStores; readonly shop: () => ShopId };

/** Another shop, of which nothing may be seen or touched. */
export const neighbour = 'neighbour.myshopify.com' as ShopId;

/** Everything a stream gives. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

/** In an order that does not matter to the test. */
export const sorted = <T>(rows: Iterable<T>): readonly T[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
