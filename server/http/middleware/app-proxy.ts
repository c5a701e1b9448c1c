import type { RequestHandler, Response } from 'express';
import { assert } from '../../../shared/domain/assert.ts';
import { parseShopifyId, type ShopId, type ShopifyCustomerId } from '../../../shared/domain/ids.ts';
import { refuse } from '../error-response.ts';
import type { SignIn } from '../sign-in.ts';

/** The shop whose storefront asks, as the proxy's signature says. */
export function proxyShopOf(response: Response): ShopId {
  const shop: unknown = response.locals.proxyShop;
  assert(typeof shop === 'string', 'a route behind the proxy middleware has a shop');
  return shop as ShopId;
}

/** Who is signed in at the storefront, as the proxy's signature says; null: nobody. */
export function proxyCustomerOf(response: Response): ShopifyCustomerId | null {
  const said: unknown = response.locals.proxyCustomer;
  return typeof said === 'string' ? parseShopifyId<ShopifyCustomerId>(said) : null;
}

/** Lets in what Shopify's app proxy signed; 401 otherwise. */
export function createAppProxy(signIn: SignIn): RequestHandler {
  return (request, response, next) => {
    const at = request.originalUrl.indexOf('?');
    const shop = at < 0 ? null : signIn.verifyProxy(request.originalUrl.slice(at + 1));
    if (shop === null) return refuse(response, 'unauthorized');
    response.locals.proxyShop = shop;
    const query = new URLSearchParams(request.originalUrl.slice(at + 1));
    response.locals.proxyCustomer = query.get('logged_in_customer_id');
    next();
  };
}
