import { useQuery } from '@tanstack/react-query';
import type { ShopView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

/** What every screen needs of the shop. */
export const useShop = () =>
  useQuery({
    queryKey: keys.shop,
    queryFn: ({ signal }) => read<ShopView>('/api/shop', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
