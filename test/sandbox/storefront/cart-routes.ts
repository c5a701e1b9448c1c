import { Router } from 'express';
import { addToCart, changeLine } from './cart.ts';
import { findGoods } from './cart-lines.ts';
import { cartPage, cartParts } from './cart-page.ts';
import { count, field } from './form.ts';
import { shopPage, shopRoot } from './shop-page.ts';
import { priceOf, type StorefrontDeps, visitOf } from './storefront-deps.ts';

/** The cart for people: its page, and the forms that work without any script. */
export function createCartRoutes(deps: StorefrontDeps): Router {
  const router = Router({ mergeParams: true });
  router.get('/cart', async (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const price = await priceOf(deps, visit, visit.cart);
    // The part that scripts put anew into the page after a change.
    if (request.query.view === 'parts') return void response.send(cartParts(state, price).markup);
    const cardBlock = await deps.cardBlock(visit.cart);
    const body = cartPage({ state, price, cardBlock });
    response.send(shopPage({ state, cart: visit.cart, title: 'Your cart', path: request.originalUrl, body }));
  });
  router.post('/cart/add', (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const variantId = count(field(request, 'id'));
    if (findGoods(visit.context.state, variantId) !== null) {
      deps.carts.keep(visit.domain, addToCart(visit.cart, variantId, count(field(request, 'quantity'), 1)));
    }
    response.redirect(303, `${shopRoot(visit.context.state)}cart`);
  });
  router.post('/cart/change', (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const quantity = field(request, 'remove') === '' ? count(field(request, 'quantity')) : 0;
    deps.carts.keep(visit.domain, changeLine(visit.cart, field(request, 'id'), quantity));
    response.redirect(303, `${shopRoot(visit.context.state)}cart`);
  });
  return router;
}
