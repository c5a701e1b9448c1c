import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DrawCheckView, DrawRowView, DrawView } from '../../shared/contract/draw.ts';
import type { DrawDraft } from '../../shared/domain/draw/draft.ts';
import { change, read } from './client.ts';
import { keys } from './keys.ts';

export const useDraws = () =>
  useQuery({
    queryKey: keys.draws,
    queryFn: ({ signal }) => read<readonly DrawRowView[]>('/api/draws', {}, signal),
  });

export const useDraw = (id: string) =>
  useQuery({
    queryKey: keys.draw(id),
    queryFn: ({ signal }) => read<DrawView>(`/api/draws/${encodeURIComponent(id)}`, {}, signal),
    // An open draw closes by the clock, while somebody may be looking.
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? 20_000 : false),
  });

/** What was said of a draft, and of which one: while the next answer is on its way, the last one stands. */
export type CheckedDraw = DrawCheckView & { readonly draft: DrawDraft };

/** Faults, and how many it would be among. It changes nothing, so it is a reading although it travels as a POST. */
export const useDrawCheck = (draft: DrawDraft) =>
  useQuery({
    queryKey: [...keys.drawCheck, draft],
    queryFn: async (): Promise<CheckedDraw> => ({
      ...(await change<DrawCheckView>('POST', '/api/draws/check', { draft })),
      draft,
    }),
    placeholderData: keepPreviousData,
  });
