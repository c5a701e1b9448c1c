import type { Request, Response } from 'express';
import type { Html } from '../pages/html.ts';
import type { ShopContext } from '../world/context.ts';
import type { Order } from '../world/things.ts';
import type { Cart } from './cart.ts';
import { stockedLines } from './cart-lines.ts';
import type { Carts } from './carts.ts';
import { type CartPrice, priceCart } from './price-cart.ts';
import type { DeployedFunction, FunctionFailure } from './run-discounts.ts';

export type StorefrontDeps = {
  /** An open shop of the sandbox; null when there is none of that domain. */
  readonly shop: (domain: string) => ShopContext | null;
  readonly carts: Carts;
  readonly deployed: readonly DeployedFunction[];
  /** The theme block of the card number, as the theme extension gives it. */
  readonly cardBlock: (cart: Cart) => Promise<Html>;
  /** Keeps in the discount's error history why a Function gave nothing. */
  readonly noteFailures: (domain: string, failures: readonly FunctionFailure[]) => void;
  /** Tells the shopper by letter that the order came; never waits for it. */
  readonly confirmOrder: (context: ShopContext, order: Order) => void;
};

/** A shopper in a shop: what every route of the storefront begins with. */
export type Visit = { readonly context: ShopContext; readonly domain: string; readonly cart: Cart };

/** Who asks; null (and a 404 told) when the sandbox has no such shop. */
export function visitOf(deps: StorefrontDeps, request: Request, response: Response): Visit | null {
  const domain = String(request.params.shop ?? '');
  const context = deps.shop(domain);
  if (context === null) {
    response.status(404).type('text').send('The sandbox has no shop of that name.');
    return null;
  }
  return { context, domain, cart: deps.carts.of(domain, context.state.facts.currency, request, response) };
}

/** What the cart costs at this moment; failures of the Function go into the discount's history. */
export async function priceOf(deps: StorefrontDeps, { context, domain }: Visit, cart: Cart): Promise<CartPrice> {
  const { state, now } = context;
  const lines = stockedLines(state, cart);
  const price = await priceCart(deps.deployed, state, { cart, lines, location: null }, now());
  if (price.failures.length > 0) deps.noteFailures(domain, price.failures);
  return price;
}
