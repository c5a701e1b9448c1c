import { type Request, type Response, Router } from 'express';
import { type CheckoutForm, checkoutPage, knownForm } from './checkout-page.ts';
import { checkoutSums } from './checkout-sums.ts';
import { field } from './form.ts';
import { orderStatusPage } from './order-status-page.ts';
import { placeWebOrder } from './place-web-order.ts';
import type { CartPrice } from './price-cart.ts';
import { shopPage, shopRoot } from './shop-page.ts';
import { priceOf, type StorefrontDeps, type Visit, visitOf } from './storefront-deps.ts';

const CHANGED = 'What this costs has changed since you looked. Please see the new sum before you pay.';
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The way from the cart to a paid order, and what the shopper sees of the order afterwards. */
export function createCheckoutRoutes(deps: StorefrontDeps): Router {
  const router = Router({ mergeParams: true });
  const show = (visit: Visit, price: CartPrice, form: CheckoutForm, note: string | null, response: Response) => {
    const { state } = visit.context;
    const body = checkoutPage({ state, cart: visit.cart, price, form, note });
    const path = `${shopRoot(state)}checkout`;
    response
      .status(note === null ? 200 : 409)
      .send(shopPage({ state, cart: visit.cart, title: 'Checkout', path, body }));
  };
  router.get('/checkout', async (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const price = await priceOf(deps, visit, visit.cart);
    if (price.lines.length === 0) return response.redirect(303, `${shopRoot(visit.context.state)}cart`);
    show(visit, price, knownForm(visit.context.state, visit.cart), null, response);
  });
  router.post('/checkout', async (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const price = await priceOf(deps, visit, visit.cart);
    if (price.lines.length === 0) return response.redirect(303, `${shopRoot(state)}cart`);
    const form = formOf(request);
    if (!EMAIL.test(form.email)) return show(visit, price, form, 'Please give an e-mail address.', response);
    // The Function may see it otherwise than a moment ago: another day, another level, a card blocked.
    if (field(request, 'shown') !== String(price.totalMinor)) return show(visit, price, form, CHANGED, response);
    pay(deps, visit, price, form, request);
    deps.carts.startAnew(visit.domain, visit.cart, response);
    response.redirect(303, `${shopRoot(state)}order-status/${visit.cart.token}`);
  });
  router.get('/order-status/:token', (request, response, next) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const order = [...state.orders.values()].findLast(({ cartToken }) => cartToken === request.params.token);
    if (order === undefined) return next();
    const body = orderStatusPage(state, order);
    response.send(shopPage({ state, cart: visit.cart, title: order.name, path: request.originalUrl, body }));
  });
  return router;
}

function pay(deps: StorefrontDeps, visit: Visit, price: CartPrice, form: CheckoutForm, request: Request): void {
  const { context, cart } = visit;
  const { shippingMinor } = checkoutSums(context.state, price, form.way);
  const keepsDetails = field(request, 'keep') !== '';
  const wantsNews = field(request, 'news') !== '';
  const order = placeWebOrder(context, { cart, price, form, shippingMinor, keepsDetails, wantsNews });
  deps.confirmOrder(context, order);
}

const formOf = (request: Request): CheckoutForm => ({
  email: field(request, 'email').toLowerCase(),
  firstName: field(request, 'firstName'),
  lastName: field(request, 'lastName'),
  address: field(request, 'address'),
  zip: field(request, 'zip'),
  city: field(request, 'city'),
  way: field(request, 'way') === 'pickup' ? 'pickup' : 'standard',
  payment: field(request, 'payment') === 'later' ? 'later' : 'card',
});
