import { readEntitlement } from '../../../shared/domain/entitlement/read-entitlement.ts';
import type { ShopWorld } from '../../sandbox/world/shop-world.ts';
import type { Metafield } from '../../sandbox/world/things.ts';

export type Told = { readonly sequence: number; readonly at: number };

/**
 * Notes the moment at which Shopify's books get a customer's entitlement, and the sequence in it; a later one of the
 * same customer takes its place. Sits at the books themselves, since nothing is told of a metafield.
 */
export function listenToMetafields({ state }: ShopWorld): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const books = state.metafields;
  const write = books.set.bind(books);
  books.set = (key: string, metafield: Metafield) => {
    const entitlement = metafield.key === 'loyalty' ? readEntitlement(metafield.value) : null;
    if (entitlement !== null) told.set(metafield.owner, { sequence: entitlement.sequence, at: performance.now() });
    return write(key, metafield);
  };
  return told;
}
