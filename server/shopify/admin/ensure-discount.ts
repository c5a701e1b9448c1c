import type { ShopId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../app/ports/app-error.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Log } from '../../app/ports/log.ts';
import type { DiscountKind, ShopifyAdmin } from '../../app/ports/shopify-admin.ts';
import type { AskAdmin } from './ask-admin.ts';
import { createDiscountDocument } from './create-discount.document.ts';
import { deleteDiscountDocument } from './delete-discount.document.ts';
import { findDiscountsDocument } from './find-discounts.document.ts';
import { numericId } from './numeric-id.ts';
import { assertDone } from './user-errors.ts';

/** The handles of our discount Functions, as their extensions declare them. */
export const FUNCTION_HANDLES: Readonly<Record<DiscountKind, string>> = {
  plain: 'regulars-discount',
  capped: 'regulars-capped',
};

const PAGES_MAX = 20;

/** Per line the better of ours and a product promotion, never both; shipping is not our matter (decision 0034). */
export const COMBINES_WITH = { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true };

type Deps = { readonly askAdmin: AskAdmin; readonly clock: Clock; readonly log: Log };

/**
 * The shop's one automatic discount of a kind: found by our Function, or made. Two that make one at the same time both
 * look again and both keep the oldest, so one is left; a younger one that was not yet to be seen goes at the next look.
 */
export function createEnsureDiscount(deps: Deps): ShopifyAdmin['ensureDiscount'] {
  const { askAdmin, clock, log } = deps;
  const keepOldest = async (shop: ShopId, found: readonly string[]): Promise<string> => {
    const [oldest = '', ...younger] = [...new Set(found)].sort(byAge);
    for (const id of younger) {
      log.warn('discount.doubled', { shop, id });
      const { discountAutomaticDelete } = await askAdmin(shop, deleteDiscountDocument, { id });
      // Whoever else saw it doubled may have been faster.
      if (discountAutomaticDelete.userErrors.length > 0) log.info('discount.gone_already', { shop, id });
    }
    return oldest;
  };
  return async (shop, title, kind) => {
    const functionHandle = FUNCTION_HANDLES[kind];
    const find = createFind(askAdmin, functionHandle);
    const found = await find(shop);
    if (found.length > 0) return keepOldest(shop, found);
    const startsAt = new Date(clock.now()).toISOString();
    const settings = { title, startsAt, functionHandle, combinesWith: COMBINES_WITH };
    const answer = await askAdmin(shop, createDiscountDocument, {
      discount: { ...settings, discountClasses: ['PRODUCT'] },
    });
    const { automaticAppDiscount, userErrors } = answer.discountAutomaticAppCreate;
    assertDone('CreateDiscount', userErrors);
    if (automaticAppDiscount === null) throw new AppError('shopify_refused', false, 'CreateDiscount: nothing made');
    return keepOldest(shop, [automaticAppDiscount.discountId, ...(await find(shop))]);
  };
}

/** All discounts of one of our Functions; of a Function that is not there yet there are none. */
function createFind(askAdmin: AskAdmin, handle: string) {
  return async (shop: ShopId): Promise<readonly string[]> => {
    const found: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const answer: Awaited<ReturnType<typeof findPage>> = await findPage(askAdmin, shop, { handle, after });
      found.push(...answer.found);
      after = answer.next;
      if (after === null) break;
    }
    return found;
  };
}

type Looked = { readonly handle: string; readonly after: string | null };

async function findPage(askAdmin: AskAdmin, shop: ShopId, { handle: ours, after }: Looked) {
  const { shopifyFunctions, discountNodes } = await askAdmin(shop, findDiscountsDocument, { after });
  const functions = shopifyFunctions.nodes.filter(({ handle }) => handle === ours).map(({ id }) => id);
  const found = discountNodes.nodes.flatMap(({ discount }) =>
    'discountId' in discount && functions.includes(discount.appDiscountType.functionId) ? [discount.discountId] : [],
  );
  const { hasNextPage, endCursor } = discountNodes.pageInfo;
  return { found, next: hasNextPage ? endCursor : null };
}

/** Shopify's numbers grow. */
function byAge(a: string, b: string): number {
  const [one, other] = [numericId(a), numericId(b)];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
