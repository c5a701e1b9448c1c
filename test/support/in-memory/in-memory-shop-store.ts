import type { Shop, ShopStore } from '../../../server/app/ports/shop-store.ts';
import { type Table, type Tables, update } from './tables.ts';

export function createInMemoryShopStore({ make, erase }: Tables): ShopStore & { readonly table: Table<Shop> } {
  const table = make<Shop>();
  return {
    table,
    find: async (shop) => table.get(shop, shop) ?? null,
    save: async (shop) => {
      const isNew = table.get(shop.id, shop.id) === undefined;
      table.set(shop.id, shop.id, shop);
      return isNew ? 'created' : 'updated';
    },
    change: async (shop, fields) =>
      update(table, shop, shop, (known) => ({ ...known, ...fields, id: shop })) ? 'changed' : 'unknown_shop',
    installedShops: async () => {
      const installed = table.everywhere().filter(([, { state }]) => state === 'installed');
      return installed.map(([shop]) => shop).sort();
    },
    eraseShop: async (shop) => erase(shop),
  };
}
