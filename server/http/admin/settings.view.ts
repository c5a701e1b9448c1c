import type { SettingsView, ShopView } from '../../../shared/contract/api.ts';
import type { Instant } from '../../../shared/domain/ids.ts';
import type { Shop } from '../../app/ports/shop-store.ts';
import { percentText } from './percent-text.ts';

export const settingsView = (shop: Shop): SettingsView => ({
  shop: shop.id,
  name: shop.name,
  currency: shop.currency,
  timeZone: shop.timeZone,
  pricesIncludeTax: shop.pricesIncludeTax,
  floorOn: shop.settings.floorOn,
  marginPercent: percentText(shop.settings.marginBp),
  discountMessage: shop.settings.discountMessage,
  language: shop.settings.language,
  owedCounts: shop.settings.owedCounts,
});

export const shopView = (shop: Shop, now: Instant): ShopView => ({
  shop: shop.id,
  name: shop.name,
  currency: shop.currency,
  timeZone: shop.timeZone,
  pricesIncludeTax: shop.pricesIncludeTax,
  now,
});
