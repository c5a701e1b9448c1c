import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CardListView, CardView, SeriesView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

const LOOK_AGAIN_MS = 1_500;

const isEmitting = (series: readonly SeriesView[]) => series.some(({ emitted, count }) => emitted < count);

/** All series; asked again while one is still being made. */
export const useSeries = () =>
  useQuery({
    queryKey: keys.series,
    queryFn: ({ signal }) => read<readonly SeriesView[]>('/api/series', {}, signal),
    refetchInterval: ({ state }) => (isEmitting(state.data ?? []) ? LOOK_AGAIN_MS : false),
  });

export type CardsQuery = {
  readonly seriesId: string | null;
  readonly states: readonly string[];
  readonly after: string | null;
  readonly max: number;
};

export const useCards = (query: CardsQuery) =>
  useQuery({
    queryKey: [...keys.cards, query],
    queryFn: ({ signal }) => read<CardListView>('/api/cards', query, signal),
    placeholderData: keepPreviousData,
  });

export const useCard = (number: string) =>
  useQuery({
    queryKey: keys.card(number),
    queryFn: ({ signal }) => read<CardView>(`/api/cards/${encodeURIComponent(number)}`, {}, signal),
  });
