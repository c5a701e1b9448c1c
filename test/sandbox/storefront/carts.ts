import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { type Cart, emptyCart } from './cart.ts';

const COOKIE = 'sandbox_cart';
const CARTS_MAX = 5000;

/** The carts of all browsers, in memory: a restart empties them, as if everybody had come anew. */
export type Carts = {
  /** The cart of the browser that asks; a new one, and its cookie, where there is none. */
  readonly of: (shop: string, currency: string, request: Request, response: Response) => Cart;
  /** The cart of the browser that asks, if it has one. */
  readonly known: (shop: string, request: Request) => Cart | null;
  readonly keep: (shop: string, cart: Cart) => void;
  /** After paying: an empty cart under a new token; the shopper stays who they are. */
  readonly startAnew: (shop: string, before: Cart, response: Response) => Cart;
};

export function createCarts(): Carts {
  const carts = new LRUCache<string, Cart>({ max: CARTS_MAX });
  const known: Carts['known'] = (shop, request) => carts.get(`${shop} ${cookieOf(request)}`) ?? null;
  const keep: Carts['keep'] = (shop, cart) => void carts.set(`${shop} ${cart.token}`, cart);
  const begin = (shop: string, cart: Cart, response: Response): Cart => {
    keep(shop, cart);
    response.cookie(COOKIE, cart.token, { path: `/shops/${shop}/`, httpOnly: true, sameSite: 'lax' });
    return cart;
  };
  return {
    known,
    keep,
    of: (shop, currency, request, response) =>
      known(shop, request) ?? begin(shop, emptyCart(newToken(), currency), response),
    startAnew: (shop, { currency, customerId }, response) =>
      begin(shop, { ...emptyCart(newToken(), currency), customerId }, response),
  };
}

const newToken = (): string => randomBytes(16).toString('hex');

function cookieOf(request: Request): string {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
}
