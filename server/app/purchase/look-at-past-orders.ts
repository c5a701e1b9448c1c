import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import {
  type IdsOf,
  isShopifysWord,
  type PastPurchase,
  purchaseOfPast,
  saysAll,
  type Telling,
  toldAfter,
} from '../../../shared/domain/purchase/past-purchase.ts';
import { eachOf } from '../each-of.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { chunksOf } from './chunks-of.ts';

const AT_ONCE = 16;
/** The newest orders of a file are those that Shopify has told us too, if it tells any of them. */
const LOOKED_AT = 500;
const SECOND_MS = 1000;
const NO_TERMS = { currency: '', toldAt: 0 };

type Deps = { readonly stores: { readonly purchases: Pick<UseCaseDeps['stores']['purchases'], 'find'> } };

/** What an import would come to. `fresh`: unknown so far · `corrected`: known otherwise · `unusable`: by their ids. */
export type PastCounts = {
  readonly fresh: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly unusable: readonly string[];
};

export type CountPastOrders = (
  shop: ShopId,
  terms: Omit<Telling, 'toldAt'>,
  orders: Iterable<PastPurchase>,
  tell: (done: number) => void,
) => Promise<PastCounts>;

/** Says what an import would do, and does nothing. */
export function createCountPastOrders({ stores }: Deps): CountPastOrders {
  return async (shop, terms, orders, tell) => {
    const counts = { fresh: 0, corrected: 0, unchanged: 0 };
    const unusable: string[] = [];
    const countOne = async (purchase: PastPurchase): Promise<void> => {
      const told = purchaseOfPast(purchase, { ...terms, toldAt: 0 });
      const known = told === null ? null : await stores.purchases.find(shop, told.snapshot.orderId);
      if (told === null) unusable.push(String(purchase.order.orderId));
      else if (known === null) counts.fresh += 1;
      else if (isShopifysWord(known) || saysAll(known, toldAfter(known, told))) counts.unchanged += 1;
      else counts.corrected += 1;
    };
    for (const chunk of chunksOf(orders)) {
      await eachOf(chunk, AT_ONCE, countOne);
      tell(counts.fresh + counts.corrected + counts.unchanged + unusable.length);
    }
    return { ...counts, unusable };
  };
}

/** An order of the file that the shop knows under its other name already: it would count twice. Null: none is. */
export type FindTwin = (shop: ShopId, ids: IdsOf, orders: Iterable<PastPurchase>) => Promise<OrderId | null>;

/**
 * Whether the ids of a file are Shopify's is nothing that ids say. So a few orders are looked for under what they would
 * be called otherwise: the same number at the same second is no chance.
 */
export function createFindTwin({ stores }: Deps): FindTwin {
  return async (shop, ids, orders) => {
    const other: IdsOf = ids === 'shopify' ? 'other' : 'shopify';
    const named: { readonly orderId: OrderId; readonly at: number }[] = [];
    for (const { order, place } of orders) {
      const told = purchaseOfPast(
        { customerId: null, order: { ...order, lines: [] }, place },
        { ...NO_TERMS, ids: other },
      );
      if (told !== null) named.push({ orderId: told.snapshot.orderId, at: order.at });
    }
    let twin: OrderId | null = null;
    const newest = named.sort((a, b) => b.at - a.at).slice(0, LOOKED_AT);
    await eachOf(newest, AT_ONCE, async ({ orderId, at }) => {
      const known = twin === null ? await stores.purchases.find(shop, orderId) : null;
      const knownAt = known?.snapshot?.processedAt;
      if (knownAt !== undefined && Math.abs(knownAt - at) < SECOND_MS) twin = orderId;
    });
    return twin;
  };
}
