import { assert } from '../../../shared/domain/assert.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Shop } from '../../app/ports/shop-store.ts';
import type { HttpDeps } from '../deps.ts';

type Deps = { readonly stores: Pick<HttpDeps['stores'], 'shops'> };

/** The shop behind an admin request: installed before the route ran. */
export async function shopOf(deps: Deps, shop: ShopId): Promise<Shop> {
  const known = await deps.stores.shops.find(shop);
  assert(known !== null, 'an admin route runs for an installed shop');
  return known;
}
