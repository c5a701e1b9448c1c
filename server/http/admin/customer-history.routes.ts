import { Router } from 'express';
import type { PurchaseListView } from '../../../shared/contract/api.ts';
import { unreadable } from '../../../shared/domain/fault.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { type CustomerId, type Instant, type OrderId, parseOurId, parseShopifyId } from '../../../shared/domain/ids.ts';
import { ON_THE_WEB } from '../../../shared/domain/program/where.ts';
import { parseForeignOrderId } from '../../../shared/domain/purchase/foreign.ts';
import { ok, refused } from '../../../shared/domain/result.ts';
import { BadInput } from '../bad-input.ts';
import type { HttpDeps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { whyOf } from '../quote.load.ts';
import { whyOfCustomerQuery } from '../quote.requests.ts';
import { tillAt } from '../till-place.ts';
import { cardViews } from './card.load.ts';
import { journalQuery, purchasesQuery } from './customer.requests.ts';
import { loadExplanation } from './explanation.load.ts';
import { handedOnView } from './handed-on.load.ts';
import { loadJournal } from './journal.load.ts';
import { purchaseView } from './purchase.view.ts';
import { shopOf } from './shop-of.ts';

const unknown = refused({ code: 'unknown_customer' } as const);

/** What lies behind a customer's standing: purchases and returns, cards, journal. */
export function createCustomerHistoryRoutes(deps: HttpDeps): Router {
  const router = Router();
  /** The customer of the path, when the shop has one. */
  const known = async (shop: ShopId, text: string): Promise<CustomerId | null> => {
    const id = parseOurId('cus', text);
    return id !== null && (await deps.stores.customers.find(shop, id)) !== null ? id : null;
  };
  router.get(
    '/customers/:id/purchases',
    endpoint({ query: purchasesQuery }, async ({ shop, part, query }) => {
      const id = await known(shop, part('id'));
      if (id === null) return unknown;
      return ok(await purchasePage(deps, shop, id, query));
    }),
  );
  router.get(
    '/customers/:id/purchases/:orderId/explanation',
    endpoint({}, async ({ shop, part }) => {
      const id = parseOurId('cus', part('id'));
      return id === null ? unknown : loadExplanation(deps, shop, id, readOrderId(part('orderId')));
    }),
  );
  router.get(
    '/customers/:id/quote',
    endpoint({ query: whyOfCustomerQuery }, async ({ shop, part, query: { channel, location, ...query } }) => {
      const customerId = parseOurId('cus', part('id'));
      const place = channel === 'web' ? ON_THE_WEB : tillAt(location);
      return customerId === null ? unknown : whyOf(deps, shop, { kind: 'known', customerId }, { ...query, place });
    }),
  );
  router.get(
    '/customers/:id/cards',
    endpoint({}, async ({ shop, part }) => {
      const id = await known(shop, part('id'));
      if (id === null) return unknown;
      return ok(await cardViews(deps, shop, await deps.stores.cards.ofCustomer(shop, id)));
    }),
  );
  router.get(
    '/customers/:id/journal',
    endpoint({ query: journalQuery }, async ({ shop, part, query }) => {
      const id = await known(shop, part('id'));
      if (id === null) return unknown;
      return ok(await loadJournal(deps, shop, id, query));
    }),
  );
  return router;
}

type Page<Before> = { readonly before: Before; readonly max: number };

async function purchasePage(
  deps: HttpDeps,
  shop: ShopId,
  id: CustomerId,
  query: Page<string | null>,
): Promise<PurchaseListView> {
  const before = query.before === null ? null : readBefore(query.before);
  const [{ settings }, row] = await Promise.all([shopOf(deps, shop), deps.stores.readModels.row(shop, id)]);
  const terms = { owedCounts: settings.owedCounts, conflicts: row?.conflicts ?? [] };
  const found = await deps.stores.readModels.purchasesOf(shop, id, before, query.max);
  const now = deps.clock.now();
  const isOne = found.some(({ snapshot }) => snapshot?.referredBy !== undefined);
  const versions = isOne ? await deps.stores.programs.allVersions(shop) : [];
  const seen = await Promise.all(
    found.map(async (purchase) => {
      const handedOn = await handedOnView(deps, shop, purchase, { versions, terms: settings, now });
      return purchaseView(purchase, { now, ...terms, handedOn });
    }),
  );
  const purchases = seen.flat();
  const last = found.length === query.max ? purchases.at(-1) : undefined;
  return { purchases, nextBefore: last === undefined ? null : `${last.processedAt}:${last.orderId}` };
}

/** `processedAt:orderId`, as the page before gave it. */
function readBefore(text: string): { readonly processedAt: Instant; readonly orderId: OrderId } {
  const [, at = '', order = ''] = /^(\d{1,15}):(.{1,120})$/u.exec(text) ?? [];
  const orderId = readOrderId(order);
  if (orderId === null) throw new BadInput([unreadable('before', 'not a place in this list')]);
  return { processedAt: Number(at), orderId };
}

/** An order of Shopify's, or one of the system before it. */
const readOrderId = (text: string): OrderId | null => parseForeignOrderId(text) ?? parseShopifyId<OrderId>(text);
