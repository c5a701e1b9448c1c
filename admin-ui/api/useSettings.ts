import { useQuery } from '@tanstack/react-query';
import type { SettingsView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

export const useSettings = () =>
  useQuery({ queryKey: keys.settings, queryFn: ({ signal }) => read<SettingsView>('/api/settings', {}, signal) });
