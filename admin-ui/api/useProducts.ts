import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ProductListView } from '../../shared/contract/product.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

const NAMES_FRESH_MS = 60_000;

/** Products to choose from, page after page; what was found before stays on screen until the next has come. */
export const useProductsFound = (search: string) =>
  useInfiniteQuery({
    queryKey: [...keys.products, 'found', search],
    queryFn: ({ pageParam, signal }) => read<ProductListView>('/api/products', { search, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextAfter }) => nextAfter,
    placeholderData: keepPreviousData,
  });

/** What those products are called, in their order, and which are gone; asks for nothing where there are none. */
export const useProductsNamed = (ids: readonly string[]) =>
  useQuery({
    queryKey: [...keys.products, 'named', ids],
    queryFn: ({ signal }) => read<ProductListView>('/api/products', { ids }, signal),
    placeholderData: keepPreviousData,
    staleTime: NAMES_FRESH_MS,
    enabled: ids.length > 0,
  });
