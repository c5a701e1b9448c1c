import { describe, expect, it } from '@jest/globals';
import { createDiscountTexts } from '../../../server/app/shop/discount-texts.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { aShop, setUp } from '../set-up.ts';

describe('The text beside our discount', () => {
  it('is the merchant’s own, and a change of it is seen within two seconds', async () => {
    const { stores, shop, clock } = await setUp();
    const textsOf = createDiscountTexts(stores.shops, clock);
    const { settings } = aShop();
    await stores.shops.change(shop, { settings: { ...settings, discountMessage: 'Our thanks: {percent}' } });
    expect(await textsOf(shop)).toEqual(['Our thanks: {percent}']);
    await stores.shops.change(shop, { settings: { ...settings, discountMessage: 'Loyal: {percent}' } });
    clock.set(clock.now() + 2000);
    expect(await textsOf(shop)).toEqual(['Loyal: {percent}']);
  });

  it('is none for a shop that is not known', async () => {
    const { stores, clock } = await setUp();
    expect(await createDiscountTexts(stores.shops, clock)('nobody.myshopify.com' as ShopId)).toEqual([]);
  });
});
