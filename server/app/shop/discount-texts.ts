import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { ShopStore } from '../ports/shop-store.ts';
import { createRecent } from '../recent.ts';

/**
 * What shoppers of a shop read beside our discount: orders name it by this text (decision 0033). Asked for with every
 * order that is told, so it may be two seconds old.
 */
export function createDiscountTexts(shops: ShopStore, clock: Clock): (shop: ShopId) => Promise<readonly string[]> {
  const { find } = createRecent(shops.find, clock);
  return async (shop) => {
    const known = await find(shop);
    return known === null ? [] : [known.settings.discountMessage];
  };
}
