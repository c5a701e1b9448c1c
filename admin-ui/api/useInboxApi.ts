import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InboxView } from '../../shared/contract/inbox.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

export function useReplay(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => change<InboxView>('POST', `/api/inbox/${encodeURIComponent(id)}/replay`),
    onSuccess: async (delivery) => {
      queries.setQueryData(keys.delivery(id), delivery);
      await queries.invalidateQueries({ queryKey: keys.inbox });
      await queries.invalidateQueries({ queryKey: keys.home });
    },
  });
}
