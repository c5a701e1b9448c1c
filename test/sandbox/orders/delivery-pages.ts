import express, { Router } from 'express';
import { document } from '../pages/layout.ts';
import type { PagesContext } from '../pages/pages-deps.ts';
import { field } from '../storefront/form.ts';
import type { FunctionFailures } from '../storefront/function-failures.ts';
import { calmly, type DeliveryMode } from '../webhooks/delivery.ts';
import { deliveryPage } from './delivery-page.ts';

const SHOWN_MAX = 100;

/** The ways in which webhooks can go, by the name of their button. */
export const MANNERS: Readonly<Record<string, Partial<DeliveryMode>>> = {
  normal: { twice: 0, lateMs: 0, shuffle: false, lose: 0 },
  twice: { twice: 1, lateMs: 0, shuffle: false, lose: 0 },
  late: { twice: 0, lateMs: 20_000, shuffle: false, lose: 0 },
  shuffled: { twice: 0, lateMs: 5_000, shuffle: true, lose: 0 },
  lost: { twice: 0, lateMs: 0, shuffle: false, lose: 1 },
};

/** What the app was told, and the switches that make the telling go wrong. */
export function createDeliveryPages(context: PagesContext, failures: FunctionFailures): Router {
  const router = Router();
  const { world, delivery, sent, complaints } = context;
  // What the page last asked for: the delivery itself does not say how it is set.
  let manner = 'normal';
  let isHeld = calmly.hold;
  router.get('/shops/:shop/deliveries', (request, response, next) => {
    const shop = world.findShop(request.params.shop);
    if (shop === null) return next();
    const own = sent.filter((each) => each.shop === shop.domain);
    const body = deliveryPage({
      state: shop.state,
      manner,
      isHeld: isHeld || delivery.held().length > 0,
      held: delivery.held(),
      waiting: delivery.waiting(),
      sent: own.slice(-SHOWN_MAX).reverse(),
      all: own.length,
      failures: failures.of(shop.domain),
      complaints: complaints.filter((each) => each.shop === shop.domain).slice(-SHOWN_MAX),
    });
    const of = { id: shop.domain, name: shop.facts().name };
    const page = { title: 'Webhooks', path: request.path, shop: of, look: 'tool', body };
    response.set('Cache-Control', 'no-store').send(document(page));
  });
  router.post('/shops/:shop/deliveries', express.urlencoded({ extended: false }), (request, response, next) => {
    const shop = world.findShop(String(request.params.shop));
    if (shop === null) return next();
    const asked = field(request, 'manner');
    const change = MANNERS[asked];
    if (change !== undefined) {
      manner = asked;
      delivery.mode(change);
    }
    if (asked === 'hold') delivery.mode({ hold: true });
    if (asked === 'release') delivery.release();
    if (asked === 'hold' || asked === 'release') isHeld = asked === 'hold';
    const webhookId = field(request, 'webhook');
    const again = webhookId === '' ? undefined : sent.findLast((each) => each.webhookId === webhookId);
    if (again !== undefined) delivery.again(again);
    response.redirect(303, `/shops/${shop.domain}/deliveries`);
  });
  return router;
}
