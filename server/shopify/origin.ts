import type { ShopId } from '../../shared/domain/ids.ts';

/** Where a shop's Admin lives; `{shop}` in the setting stands for its domain. */
export type OriginOf = (shop: ShopId) => string;

export const createOriginOf =
  (shopifyOrigin: string): OriginOf =>
  (shop) =>
    shopifyOrigin.replaceAll('{shop}', shop);
