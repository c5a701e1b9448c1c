import type { ShopId } from '../../../shared/domain/ids.ts';
import type { ShopStore } from '../../app/ports/shop-store.ts';
import type { SecretBox } from '../secret-box.ts';
import { retryDuplicate, type TenantCollection } from '../tenant-collection.ts';
import { decodeShop, encodeShop, encodeShopFields, type ShopDoc } from './shop.codec.ts';

export type ShopStoreDeps = {
  readonly shops: TenantCollection<ShopDoc>;
  readonly box: SecretBox;
  /** Everything of a shop in every collection but this one. */
  readonly eraseOthers: (shop: ShopId) => Promise<void>;
};

export function createMongoShopStore({ shops, box, eraseOthers }: ShopStoreDeps): ShopStore {
  return {
    find: async (shop) => {
      const doc = await shops.findOne(shop, {});
      return doc === null ? null : decodeShop(box, doc);
    },
    save: async (shop) => {
      const { upserted } = await retryDuplicate(() => shops.replaceOne(shop.id, {}, encodeShop(box, shop)));
      return upserted > 0 ? 'created' : 'updated';
    },
    change: async (shop, fields) => {
      const set = encodeShopFields(box, shop, fields);
      if (Object.keys(set).length === 0) return (await shops.findOne(shop, {})) === null ? 'unknown_shop' : 'changed';
      const { matched } = await shops.updateOne(shop, {}, { $set: set });
      return matched > 0 ? 'changed' : 'unknown_shop';
    },
    installedShops: async () => {
      const query = { state: 'installed' as const };
      const rows = shops.acrossShops.find(query, { projection: { _id: 0, shop: 1 }, sort: { shop: 1 } });
      return (await rows.toArray()).map(({ shop }) => shop);
    },
    // The shop itself goes last: whoever finds it does the rest once more.
    eraseShop: async (shop) => {
      await eraseOthers(shop);
      await shops.deleteMany(shop, {});
    },
  };
}
