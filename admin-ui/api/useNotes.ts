import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectNoteForm, NoteForm, NotesView, NoteView } from '../../shared/contract/note.ts';
import { change, read } from './client.ts';
import { keys } from './keys.ts';

const keyOf = (customerId: string) => [...keys.customer(customerId), 'notes'];

/** Dated notes on the cards of a customer, program by program. */
export const useNotes = (customerId: string) =>
  useQuery({
    queryKey: keyOf(customerId),
    queryFn: ({ signal }) =>
      read<readonly NotesView[]>(`/api/customers/${encodeURIComponent(customerId)}/notes`, {}, signal),
  });

export function useWriteNote(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, ...form }: NoteForm & { readonly number: string }) =>
      change<NoteView>('POST', `/api/cards/${encodeURIComponent(number)}/notes`, form),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(customerId) }),
  });
}

export function useCorrectNote(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...form }: CorrectNoteForm & { readonly id: string }) =>
      change<NoteView>('PUT', `/api/notes/${encodeURIComponent(id)}`, form),
    // Also where it was refused: somebody else's correction is shown then.
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(customerId) }),
  });
}

export function useRemoveNote(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => change<null>('POST', `/api/notes/${encodeURIComponent(id)}/remove`),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(customerId) }),
  });
}
