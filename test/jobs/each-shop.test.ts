import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../server/app/ports/app-error.ts';
import { createEachShop } from '../../server/jobs/each-shop.ts';
import { parseShopId, type ShopId } from '../../shared/domain/ids.ts';

const shops = Array.from({ length: 20 }, (_, i) => parseShopId(`shop-${i}.myshopify.com`) as ShopId);

describe('visiting every shop', () => {
  it('reaches all of them, and what goes wrong in one does not reach the next', async () => {
    const warned: unknown[] = [];
    const log = {
      info: () => undefined,
      warn: (_event: string, facts?: object) => void warned.push(facts),
      error: () => undefined,
    };
    const visited: ShopId[] = [];
    await createEachShop({ installedShops: async () => shops }, log)('a-job', async (shop) => {
      visited.push(shop);
      if (shop === shops[3]) throw new AppError('shopify_unavailable', true);
      if (shop === shops[4]) throw new TypeError('something about Ada Testperson');
    });
    expect([...visited].sort()).toEqual([...shops].sort());
    expect(warned).toEqual([
      { job: 'a-job', shop: shops[3], why: 'shopify_unavailable' },
      { job: 'a-job', shop: shops[4], why: 'TypeError' },
    ]);
  });

  it('visits a few at once, not all', async () => {
    let underWay = 0;
    let most = 0;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    await createEachShop({ installedShops: async () => shops }, log)('a-job', async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underWay -= 1;
    });
    expect(most).toBe(4);
  });
});
