import type { ShopId } from '../../shared/domain/ids.ts';
import { AppError } from '../app/ports/app-error.ts';
import type { Log } from '../app/ports/log.ts';
import type { ShopStore } from '../app/ports/shop-store.ts';

export type EachShop = (job: string, visit: (shop: ShopId) => Promise<unknown>) => Promise<void>;

const AT_ONCE = 4;

/** Visits every installed shop, a few at once; what goes wrong in one shop is logged and does not reach the next. */
export function createEachShop(shops: Pick<ShopStore, 'installedShops'>, log: Log): EachShop {
  return async (job, visit) => {
    const waiting = [...(await shops.installedShops())];
    const visitOn = async (): Promise<void> => {
      for (let shop = waiting.shift(); shop !== undefined; shop = waiting.shift()) {
        await visit(shop).catch((error: unknown) => {
          const why = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';
          log.warn('job.shop_failed', { job, shop, why });
        });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, visitOn));
  };
}
