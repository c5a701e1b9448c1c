import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CancelDrawForm, DrawForm, DrawView, HandOverPrizeForm } from '../../shared/contract/draw.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

const pathOf = (id: string) => `/api/draws/${encodeURIComponent(id)}`;

export function useOpenDraw() {
  const put = usePutDraw();
  return useMutation({
    mutationFn: (form: DrawForm) => change<DrawView>('POST', '/api/draws', form),
    onSuccess: put,
  });
}

export function useDrawPrizes(id: string) {
  const put = usePutDraw();
  return useMutation({ mutationFn: () => change<DrawView>('POST', `${pathOf(id)}/draw`), onSuccess: put });
}

export function useCancelDraw(id: string) {
  const put = usePutDraw();
  return useMutation({
    mutationFn: (form: CancelDrawForm) => change<DrawView>('POST', `${pathOf(id)}/cancel`, form),
    onSuccess: put,
  });
}

export function useHandOverPrize(id: string) {
  const put = usePutDraw();
  return useMutation({
    mutationFn: (form: HandOverPrizeForm) => change<DrawView>('POST', `${pathOf(id)}/hand-over`, form),
    onSuccess: put,
  });
}

/** Takes the answer over and reads the list again; a winner's page says so too. */
function usePutDraw() {
  const queries = useQueryClient();
  return async (draw: DrawView) => {
    queries.setQueryData(keys.draw(draw.id), draw);
    await queries.invalidateQueries({ queryKey: keys.draws });
    await queries.invalidateQueries({ queryKey: ['customer'] });
  };
}
