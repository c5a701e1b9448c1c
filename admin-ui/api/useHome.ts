import { useQuery } from '@tanstack/react-query';
import type { HomeView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

export const useHome = () =>
  useQuery({ queryKey: keys.home, queryFn: ({ signal }) => read<HomeView>('/api/home', {}, signal) });
