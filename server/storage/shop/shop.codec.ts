import type { EntitlementKey } from '../../../shared/domain/entitlement/entitlement.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { Shop } from '../../app/ports/shop-store.ts';
import { openJson, type SecretBox, sealJson } from '../secret-box.ts';

export type ShopDoc = Omit<Shop, 'id' | 'entitlementKeys'> & {
  readonly shop: ShopId;
  readonly entitlementKeys: Uint8Array;
};

const about = (shop: ShopId) => `entitlement-keys:${shop}`;

/** The fields named, with the keys sealed. */
export function encodeShopFields(box: SecretBox, shop: ShopId, fields: Partial<Omit<Shop, 'id'>>): Partial<ShopDoc> {
  const { entitlementKeys, ...plain } = fields;
  return entitlementKeys === undefined
    ? plain
    : { ...plain, entitlementKeys: sealJson(box, about(shop), entitlementKeys) };
}

export function encodeShop(box: SecretBox, { id, entitlementKeys, ...plain }: Shop): Omit<ShopDoc, 'shop'> {
  return { ...plain, entitlementKeys: sealJson(box, about(id), entitlementKeys) };
}

export function decodeShop(box: SecretBox, doc: ShopDoc): Shop {
  return {
    id: doc.shop,
    state: doc.state,
    name: doc.name,
    currency: doc.currency,
    timeZone: doc.timeZone,
    pricesIncludeTax: doc.pricesIncludeTax,
    scopes: doc.scopes,
    installedAt: doc.installedAt,
    uninstalledAt: doc.uninstalledAt,
    discountNodeId: doc.discountNodeId,
    cardPrefix: doc.cardPrefix,
    settings: doc.settings,
    entitlementKeys: openJson<readonly EntitlementKey[]>(box, about(doc.shop), doc.entitlementKeys),
    guide: doc.guide,
    reconciledAt: doc.reconciledAt,
  };
}
