import { useState } from 'react';
import type { ProductView } from '../../shared/contract/product.ts';
import { useProductsNamed } from '../api/useProducts.ts';

/** What is known of a chosen product: all of it, that it is gone, or nothing yet. */
export type ProductName = ProductView | 'gone' | 'unknown';

/** What the chosen products are called: as the server says, and as the dialog showed those that were just taken. */
export function useProductNames(ids: readonly string[]) {
  const [learned, setLearned] = useState<ReadonlyMap<string, ProductView>>(new Map());
  const named = useProductsNamed(ids);
  const told = new Map(named.data?.products.map((product) => [product.id, product]));
  const of = (id: string): ProductName => {
    if (named.data?.gone.includes(id)) return 'gone';
    return told.get(id) ?? learned.get(id) ?? 'unknown';
  };
  return {
    of,
    learn: (products: readonly ProductView[]) =>
      setLearned((before) => new Map([...before, ...products.map((product) => [product.id, product] as const)])),
    /** Why they could not be named, where some have no name by now. */
    failed: named.error !== null && !named.isFetching && ids.some((id) => of(id) === 'unknown') ? named.error : null,
    again: () => void named.refetch(),
  };
}
