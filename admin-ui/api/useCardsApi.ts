import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  BlockCardForm,
  CardView,
  EmitForm,
  LinkCardForm,
  ReplaceCardForm,
  SeriesView,
} from '../../shared/contract/api.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

const pathOf = (number: string) => `/api/cards/${encodeURIComponent(number)}`;

export function useEmitSeries() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: EmitForm) => change<SeriesView>('POST', '/api/series', form),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.series }),
  });
}

/** A card and its customer move together, so both are read again; also after a refusal, which means we were behind. */
function useCardChange<Form extends { readonly number: string }>(send: (form: Form) => Promise<CardView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: async () => {
      const touched = ['card', 'cards', 'series', 'customer', 'customers'];
      await queries.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) });
    },
  });
}

export const useLinkCard = () =>
  useCardChange(({ number, customerId }: LinkCardForm & { readonly number: string }) =>
    change<CardView>('POST', `${pathOf(number)}/link`, { customerId }),
  );

/** `number` is the old card, `replacement` the new one. */
export const useReplaceCard = () =>
  useCardChange(
    ({ number, replacement, note }: Omit<ReplaceCardForm, 'number'> & Record<'number' | 'replacement', string>) =>
      change<CardView>('POST', `${pathOf(number)}/replace`, { number: replacement, note }),
  );

export const useBlockCard = () =>
  useCardChange(({ number, blocked, note }: BlockCardForm & { readonly number: string }) =>
    change<CardView>('POST', `${pathOf(number)}/block`, { blocked, note }),
  );
