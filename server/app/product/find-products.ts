import { ok, refused } from '../../../shared/domain/result.ts';
import { AppError } from '../ports/app-error.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** A page of the shop's products by title. A place to go on from that Shopify does not take is the asker's mistake. */
export function createFindProducts({ admin }: Pick<UseCaseDeps, 'admin'>): UseCases['findProducts'] {
  return async (shop, search, after) => {
    try {
      return ok(await admin.findProducts(shop, search, after));
    } catch (error) {
      const isCursor = after !== null && error instanceof AppError && error.code === 'shopify_refused';
      if (isCursor) return refused({ code: 'bad_request' });
      throw error;
    }
  };
}
