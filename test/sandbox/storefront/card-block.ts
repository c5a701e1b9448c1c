import type { Html } from '../pages/html.ts';
import type { ShopContext } from '../world/context.ts';
import type { Cart } from './cart.ts';

/** The theme extension's block. */
export async function cardBlockOf(_context: ShopContext, _cart: Cart): Promise<Html | null> {
  return null;
}
