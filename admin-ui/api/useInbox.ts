import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InboxListView, InboxView } from '../../shared/contract/inbox.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

const LOOK_AGAIN_MS = 1_500;

export const useInbox = (states: readonly string[], before: string | null) =>
  useQuery({
    queryKey: [...keys.inbox, states, before],
    queryFn: ({ signal }) => read<InboxListView>('/api/inbox', { states, before }, signal),
    placeholderData: keepPreviousData,
  });

/** One delivery; asked again while it waits or is worked on. */
export const useDelivery = (id: string) =>
  useQuery({
    queryKey: keys.delivery(id),
    queryFn: ({ signal }) => read<InboxView>(`/api/inbox/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) => (isUnsettled(state.data?.state) ? LOOK_AGAIN_MS : false),
  });

const isUnsettled = (state: string | undefined) => state === 'filed' || state === 'leased';
