import { asIs, defineStored, flag, number, sealed, text, wholeNumber, wholeText } from '../define-stored.ts';
import type { ShopDoc } from './shop.codec.ts';

export const storedShops = defineStored<ShopDoc>(
  'shops',
  {
    state: wholeText,
    name: wholeText,
    currency: wholeText,
    timeZone: wholeText,
    pricesIncludeTax: { ...flag, required: true },
    scopes: [text],
    installedAt: wholeNumber,
    uninstalledAt: number,
    discountNodeId: text,
    cardPrefix: wholeText,
    settings: asIs,
    entitlementKeys: sealed,
    guide: asIs,
    reconciledAt: number,
  },
  [
    { fields: { shop: 1 }, options: { unique: true } },
    // The jobs that visit each shop.
    { fields: { state: 1, shop: 1 } },
  ],
);
