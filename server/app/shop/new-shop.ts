import type { Instant, ShopId } from '../../../shared/domain/ids.ts';
import { chanceDigits } from '../chance-digits.ts';
import type { Chance } from '../ports/ids.ts';
import type { Shop, ShopSettings } from '../ports/shop-store.ts';
import type { ShopDetails } from '../ports/shopify-admin.ts';
import { nextEntitlementKey } from './next-entitlement-key.ts';

/** What a shop begins with: nothing that costs the merchant money by itself. */
export const DEFAULT_SETTINGS: ShopSettings = {
  floorOn: false,
  marginBp: 0,
  discountMessage: 'Your discount: {percent}',
  language: 'en',
  owedCounts: false,
};

/** EAN-13 keeps numbers that begin with 2 for use inside a shop; the other three tell most of our shops apart. */
const cardPrefix = (chance: Chance): string => `2${chanceDigits(chance, 3)}`;

/** A shop at its first sight, its checkout not prepared yet. */
export function newShop(
  id: ShopId,
  details: ShopDetails,
  scopes: readonly string[],
  now: Instant,
  chance: Chance,
): Shop {
  return {
    id,
    state: 'installed',
    ...details,
    scopes,
    installedAt: now,
    uninstalledAt: null,
    discountNodeId: null,
    cardPrefix: cardPrefix(chance),
    settings: DEFAULT_SETTINGS,
    entitlementKeys: [nextEntitlementKey([], chance)],
    guide: {},
    reconciledAt: null,
  };
}
