import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SettingsForm, SettingsView } from '../../shared/contract/api.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

export function useChangeSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: SettingsForm) => change<SettingsView>('PUT', '/api/settings', form),
    onSuccess: (settings) => queries.setQueryData(keys.settings, settings),
  });
}

/** Currency or time zone may have changed, so what every screen knows of the shop is read again too. */
export function useRefreshShop() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => change<SettingsView>('POST', '/api/settings/refresh'),
    onSuccess: async (settings) => {
      queries.setQueryData(keys.settings, settings);
      await queries.invalidateQueries({ queryKey: keys.shop });
      await queries.invalidateQueries({ queryKey: keys.home });
    },
  });
}

export const useRotateKey = () =>
  useMutation({ mutationFn: () => change<undefined>('POST', '/api/settings/rotate-key') });
