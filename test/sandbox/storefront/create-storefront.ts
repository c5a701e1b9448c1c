import express, { type RequestHandler, Router } from 'express';
import { createAccountRoutes } from './account-routes.ts';
import { createCartAjax } from './cart-ajax.ts';
import { createCartRoutes } from './cart-routes.ts';
import { createCheckoutRoutes } from './checkout-routes.ts';
import { createShelfRoutes } from './shelf-routes.ts';
import type { StorefrontDeps } from './storefront-deps.ts';

/** The shop as its visitors see it, below `/shops/<domain>/`. */
export function createStorefront(deps: StorefrontDeps): Router {
  const router = Router({ mergeParams: true });
  router.use(ofOthers, express.urlencoded({ extended: false, limit: '1mb' }), express.json({ limit: '1mb' }));
  router.use(createShelfRoutes(deps), createCartAjax(deps), createCartRoutes(deps));
  router.use(createCheckoutRoutes(deps), createAccountRoutes(deps));
  return router;
}

/** The Admin API and the app proxy live below the same address; their bodies are not ours to read. */
const ofOthers: RequestHandler = (request, response, next) => {
  if (/^\/(admin|apps)\//.test(request.path)) return next('router');
  response.set('Cache-Control', 'no-store');
  next();
};
