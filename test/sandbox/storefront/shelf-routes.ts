import { Router } from 'express';
import { currenciesOf } from './cart-lines.ts';
import { field } from './form.ts';
import { productList, productPage } from './product-pages.ts';
import { productPicture } from './product-picture.ts';
import { shopPage, shopRoot } from './shop-page.ts';
import { type StorefrontDeps, visitOf } from './storefront-deps.ts';

/** What is on the shelves, each product's page and picture, and the currency to pay in. */
export function createShelfRoutes(deps: StorefrontDeps): Router {
  const router = Router({ mergeParams: true });
  router.get('/', (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    // Addresses of the page are relative to the root, so the slash at the end must be there.
    if (!request.originalUrl.split('?')[0]?.endsWith('/')) return response.redirect(301, shopRoot(state));
    const body = productList(state, visit.cart);
    response.send(shopPage({ state, cart: visit.cart, title: 'All products', path: request.originalUrl, body }));
  });
  router.get('/products/:handle', (request, response, next) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const product = [...state.products.values()].find(({ handle }) => handle === request.params.handle);
    if (product === undefined) return next();
    const body = productPage(state, visit.cart, product);
    response.send(shopPage({ state, cart: visit.cart, title: product.title, path: request.originalUrl, body }));
  });
  router.get('/images/:id.svg', (request, response, next) => {
    const product = deps.shop(shopParam(request.params))?.state.products.get(Number(request.params.id));
    if (product === undefined) return next();
    response.set('Cache-Control', 'max-age=600').type('image/svg+xml').send(productPicture(product));
  });
  router.post('/currency', (request, response) => {
    const visit = visitOf(deps, request, response);
    if (visit === null) return;
    const { state } = visit.context;
    const { presentment } = currenciesOf(state.facts, field(request, 'currency'));
    deps.carts.keep(visit.domain, { ...visit.cart, currency: presentment });
    response.redirect(303, backTo(request.get('referer'), shopRoot(state)));
  });
  return router;
}

const shopParam = (params: object): string => ('shop' in params ? String(params.shop) : '');

/** The page one came from, where it is one of the same shop. */
export function backTo(referer: string | undefined, root: string): string {
  const path = referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : root;
  return path.startsWith(root) ? path : root;
}
