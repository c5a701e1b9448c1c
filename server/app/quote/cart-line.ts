import { floorMinor } from '../../../shared/domain/quote/floor.ts';
import type { CartLine } from '../../../shared/domain/quote/quote.ts';
import type { ShopSettings } from '../ports/shop-store.ts';
import type { QuoteCart } from './quote-use-cases.ts';

/** A line as the core knows it, with what the shop's floor leaves of it; without settings there is no floor. */
export function cartLine(
  { id, quantity, amountMinor, unitCostMinor, productId = null }: QuoteCart['lines'][number],
  settings: Pick<ShopSettings, 'floorOn' | 'marginBp'> | null,
): CartLine {
  const line = { id, quantity, amountMinor, floorMinor: 0, productId };
  if (unitCostMinor === null || settings === null || !settings.floorOn) return line;
  // A line sold below its cost gets nothing, however far below; so no product of absurd numbers is worked out.
  const isBelowCost = unitCostMinor >= amountMinor / quantity;
  return { ...line, floorMinor: isBelowCost ? amountMinor : floorMinor(unitCostMinor, quantity, settings.marginBp) };
}
