import type { InboxId, ShopId } from '../../../shared/domain/ids.ts';
import {
  contentOf,
  isShopifysWord,
  type PastPurchase,
  purchaseOfPast,
  saysAll,
  type Telling,
  type ToldPurchase,
  toldAfter,
} from '../../../shared/domain/purchase/past-purchase.ts';
import { eachOf } from '../each-of.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import { chunksOf } from './chunks-of.ts';

const AT_ONCE = 16;
/** As the import from Shopify (decision 0015): deliveries of the day come between. */
const PER_SECOND = 300;

/** What act-on-delivery knows the bodies by: told by nobody but ourselves. */
export const PAST_ORDER_TOPIC = 'regulars/past_order';

/**
 * `filed` now · `waiting`: filed before, not acted on yet · `unchanged`: known already. `unusable`: orders that are
 * called, or whose customers are called, what cannot be an id. `ids`: of those that are to be acted on.
 */
export type FiledPast = {
  readonly filed: number;
  readonly waiting: number;
  readonly unchanged: number;
  readonly unusable: readonly string[];
  readonly ids: readonly InboxId[];
};

export type FilePastOrders = (
  shop: ShopId,
  terms: Omit<Telling, 'toldAt'>,
  orders: Iterable<PastPurchase>,
  /** How many orders have been filed or found to be known so far. */
  tell: (done: number) => void,
) => Promise<FiledPast>;

type Deps = { readonly stores: Pick<UseCaseDeps['stores'], 'inbox' | 'purchases'> } & Pick<UseCaseDeps, 'clock'>;
type Outcome = { readonly outcome: 'filed' | 'waiting'; readonly id: InboxId } | { readonly outcome: 'unchanged' };

/**
 * Files orders of a file as deliveries of our own, each under a key of its content: cut short and begun again, or told
 * twice, only what was not filed is filed. What is known otherwise by now is told anew, and replaces that, unless
 * Shopify itself has told it (decision 0058).
 */
export function createFilePastOrders(deps: Deps): FilePastOrders {
  return async (shop, terms, orders, tell) => {
    const startedAt = deps.clock.now();
    const counts = { filed: 0, waiting: 0, unchanged: 0 };
    const [ids, unusable]: [InboxId[], string[]] = [[], []];
    const fileOne = async (purchase: PastPurchase): Promise<void> => {
      const notBeforeAt = startedAt + Math.floor((1000 * counts.filed) / PER_SECOND);
      const told = purchaseOfPast(purchase, { ...terms, toldAt: startedAt });
      if (told === null) {
        unusable.push(String(purchase.order.orderId));
        return;
      }
      const done = await fileTold(deps, shop, told, notBeforeAt);
      counts[done.outcome] += 1;
      if (done.outcome !== 'unchanged') ids.push(done.id);
    };
    for (const chunk of chunksOf(orders)) {
      await eachOf(chunk, AT_ONCE, fileOne);
      tell(counts.filed + counts.waiting + counts.unchanged + unusable.length);
    }
    return { ...counts, unusable, ids };
  };
}

async function fileTold(
  { stores, clock }: Deps,
  shop: ShopId,
  toldNow: ToldPurchase,
  notBeforeAt: number,
): Promise<Outcome> {
  const { inbox, purchases } = stores;
  const { orderId, name, updatedAt } = toldNow.snapshot;
  const known = await purchases.find(shop, orderId);
  if (known !== null && isShopifysWord(known)) return { outcome: 'unchanged' };
  const told = toldAfter(known, toldNow);
  const key = `past:${name}:${contentOf(told)}`;
  const delivery = { topic: PAST_ORDER_TOPIC, apiVersion: '', triggeredAt: null, body: JSON.stringify(told) };
  const file = (webhookId: string) =>
    inbox.file(shop, { ...delivery, webhookId, receivedAt: clock.now(), notBeforeAt });
  const { outcome, id } = await file(key);
  if (outcome === 'filed') return { outcome, id };
  const before = await inbox.find(shop, id);
  if (before?.state === 'filed' || before?.state === 'leased') return { outcome: 'waiting', id };
  // What was acted on just now is known by now.
  const now = await purchases.find(shop, orderId);
  if (now !== null && (isShopifysWord(now) || saysAll(now, told))) return { outcome: 'unchanged' };
  // It was told before and something else since, or acting on it failed: this telling is the newest.
  return { outcome: 'filed', id: (await file(`${key}:${updatedAt}`)).id };
}
