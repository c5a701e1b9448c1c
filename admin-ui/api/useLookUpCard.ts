import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CardView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

/** Looks a typed or scanned number up: a reading, but asked for by a person each time. */
export function useLookUpCard() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (number: string) => read<CardView>(`/api/cards/${encodeURIComponent(number)}`),
    onSuccess: (card) => queries.setQueryData(keys.card(card.number), card),
  });
}
