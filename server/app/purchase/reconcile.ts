import type { Instant, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { parseShopifyId } from '../../../shared/domain/ids.ts';
import { eachOf } from '../each-of.ts';
import type { ShopifyAdmin } from '../ports/shopify-admin.ts';
import type { UseCaseDeps } from '../use-case-deps.ts';
import type { UseCases } from '../use-cases.ts';

/** Shopify's search lags behind its orders, and two clocks differ: orders of this long before are looked at again. */
const OVERLAP_MS = 15 * 60_000;
const AT_ONCE = 4;
/** What act-on-delivery knows the bodies by; they have the form of this webhook. */
export const RECONCILED_TOPIC = 'orders/updated';

type Deps = Pick<UseCaseDeps, 'stores' | 'admin' | 'clock' | 'log' | 'nudgeInbox'>;
type Updated = Awaited<ReturnType<ShopifyAdmin['ordersUpdatedSince']>>['orders'][number];

/**
 * Heals lost webhooks: every order updated since the last look is filed as if it had been delivered, under a key of its
 * content, so that the same look twice files nothing twice. What we know already is not even asked for. How far it has
 * looked moves on only after filing, page by page; the first look begins at the installation.
 */
export function createReconcile(deps: Deps): UseCases['reconcile'] {
  const { stores, admin, clock, log } = deps;
  return async (shopId) => {
    const shop = await stores.shops.find(shopId);
    const answer = { seen: 0, filed: 0 };
    if (shop === null || shop.state === 'uninstalled') return answer;
    let lookedUpTo = shop.reconciledAt ?? shop.installedAt;
    const since = lookedUpTo - OVERLAP_MS;
    const startedAt = clock.now();
    const moveOn = async (to: Instant): Promise<void> => {
      if (to <= lookedUpTo) return;
      await stores.shops.change(shopId, { reconciledAt: to });
      lookedUpTo = to;
    };
    let cursor: string | null = null;
    do {
      const page = await admin.ordersUpdatedSince(shopId, since, cursor);
      answer.seen += page.orders.length;
      answer.filed += await fileOrders(deps, shopId, page.orders);
      cursor = page.nextCursor;
      const reached = page.orders.at(-1)?.updatedAt ?? startedAt;
      await moveOn(cursor === null ? startedAt : Math.min(reached, startedAt));
    } while (cursor !== null);
    if (answer.filed > 0) {
      deps.nudgeInbox();
      log.info('orders.reconciled', { shop: shopId, ...answer });
    }
    return answer;
  };
}

async function fileOrders(deps: Deps, shop: ShopId, orders: readonly Updated[]): Promise<number> {
  const { inbox } = deps.stores;
  let filed = 0;
  await eachOf(orders, AT_ONCE, async ({ id, updatedAt, body: askForBody }) => {
    if (await isKnown(deps, shop, id, updatedAt)) return;
    const body = await askForBody();
    if (body === null) return;
    const delivery = {
      webhookId: `reconciled:${id}:${updatedAt}`,
      topic: RECONCILED_TOPIC,
      apiVersion: '',
      triggeredAt: updatedAt,
      receivedAt: deps.clock.now(),
      body,
    };
    if ((await inbox.file(shop, delivery)).outcome === 'filed') filed += 1;
  });
  return filed;
}

/** A snapshot as new was recorded; its own delivery is retried until the standing has followed. */
async function isKnown({ stores }: Deps, shop: ShopId, id: string, updatedAt: Instant): Promise<boolean> {
  const orderId = parseShopifyId<OrderId>(id);
  const known = orderId === null ? null : await stores.purchases.find(shop, orderId);
  return (known?.snapshot?.updatedAt ?? Number.NEGATIVE_INFINITY) >= updatedAt;
}
