import express, { type Request, type Response, Router } from 'express';
import { parseDecimal } from '../../../shared/domain/money/decimal.ts';
import type { ShopLetters } from '../letters/shop-letters.ts';
import type { Html } from '../pages/html.ts';
import { document } from '../pages/layout.ts';
import type { PagesContext } from '../pages/pages-deps.ts';
import { count, field } from '../storefront/form.ts';
import type { RefundOrder } from '../world/operations/refund-order.ts';
import type { ShopWorld } from '../world/shop-world.ts';
import type { Order } from '../world/things.ts';
import { orderListPage } from './order-list-page.ts';
import { orderPage, orderPath } from './order-page.ts';
import { isAbout } from './told-about.ts';

const TOLD_MAX = 50;

type Deed = (shop: ShopWorld, order: Order, request: Request) => void;

/** The shop's books: a list, each order, and what a merchant may do with it. */
export function createOrderPages(context: PagesContext, letters: ShopLetters): Router {
  const router = Router();
  const { world, sent, delivery } = context;
  const send = (response: Response, shop: ShopWorld, title: string, path: string, body: Html) => {
    const page = { title, path, body, look: 'tool', shop: { id: shop.domain, name: shop.facts().name } };
    response.set('Cache-Control', 'no-store').send(document(page));
  };
  const show = (response: Response, shop: ShopWorld, order: Order, refusal: string | null) => {
    const about = sent.filter((each) => each.shop === shop.domain && isAbout(each, order.id)).reverse();
    const view = { state: shop.state, order, sent: about.slice(0, TOLD_MAX), refusal };
    response.status(refusal === null ? 200 : 422);
    send(response, shop, order.name, orderPath(shop.state, order), orderPage(view));
  };
  router.get('/shops/:shop/orders', (request, response, next) => {
    const shop = world.findShop(request.params.shop);
    if (shop === null) return next();
    const search = typeof request.query.q === 'string' ? request.query.q : '';
    const body = orderListPage(shop.state, search, count(String(request.query.page ?? '')));
    send(response, shop, 'Orders', request.path, body);
  });
  router.get('/shops/:shop/orders/:id', (request, response, next) => {
    const shop = world.findShop(request.params.shop);
    const order = shop?.order(Number(request.params.id)) ?? null;
    if (shop === null || order === null) return next();
    show(response, shop, order, null);
  });
  router.post(
    '/shops/:shop/orders/:id/:deed',
    express.urlencoded({ extended: false, limit: '1mb' }),
    (request, response, next) => {
      const { params } = request;
      const shop = world.findShop(String(params.shop));
      const order = shop?.order(Number(params.id)) ?? null;
      const deed = deeds(letters, delivery, sent)[String(params.deed)];
      if (shop === null || order === null || deed === undefined) return next();
      try {
        deed(shop, order, request);
      } catch (cause) {
        return show(
          response,
          shop,
          shop.order(order.id) ?? order,
          cause instanceof Error ? cause.message : String(cause),
        );
      }
      const isThere = shop.order(order.id) !== null;
      response.redirect(303, isThere ? orderPath(shop.state, order) : `/shops/${shop.domain}/orders`);
    },
  );
  return router;
}

/** What the buttons of an order's page do; a wish that cannot be done throws with the reason. */
const deeds = (
  letters: ShopLetters,
  delivery: PagesContext['delivery'],
  sent: PagesContext['sent'],
): Readonly<Record<string, Deed>> => ({
  refund: (shop, order, request) => {
    const refund = shop.refund(order.id, refundOf(order, request));
    letters.refunded(shop.context, shop.orderOf(order.id), refund);
  },
  cancel: (shop, order) => letters.cancelled(shop.context, shop.cancelOrder(order.id)),
  pay: (shop, order) => void shop.payOrder(order.id),
  edit,
  delete: (shop, order) => shop.deleteOrder(order.id),
  touch: (shop, order) => void shop.touchOrder(order.id),
  again: (_shop, _order, request) => {
    const outgoing = sent.findLast(({ webhookId }) => webhookId === field(request, 'webhook'));
    if (outgoing === undefined) throw new Error('That webhook is no longer remembered.');
    delivery.again(outgoing);
  },
});

function edit(shop: ShopWorld, order: Order, request: Request): void {
  const lineId = count(field(request, 'remove'));
  const variantId = count(field(request, 'add'));
  if (lineId > 0) shop.editOrder(order.id, { remove: [{ lineId, quantity: 1 }] });
  else shop.editOrder(order.id, { add: [{ variantId, quantity: count(field(request, 'quantity'), 1) }] });
}

function refundOf(order: Order, request: Request): RefundOrder {
  const lines = order.lines
    .map(({ id }) => ({ lineId: id, quantity: count(field(request, `line-${id}`)) }))
    .filter(({ quantity }) => quantity > 0);
  const goodwillMinor = goodwillOf(field(request, 'goodwill'), order.presentmentCurrency);
  if (lines.length === 0 && goodwillMinor === 0) throw new Error('Nothing was chosen to refund.');
  const note = field(request, 'note') || null;
  return { lines, goodwillMinor, note, payBack: field(request, 'keepMoney') === '' };
}

function goodwillOf(text: string, currency: string): number {
  if (text === '') return 0;
  const read = parseDecimal(text.replace(',', '.'), currency);
  if (!read.ok) throw new Error(`"${text}" is no amount in ${currency}.`);
  return read.value;
}
