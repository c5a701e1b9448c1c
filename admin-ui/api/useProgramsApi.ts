import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DraftForm, ProgramView, PublishForm } from '../../shared/contract/program.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

const pathOf = (id: string) => `/api/programs/${encodeURIComponent(id)}`;

/** Keeps a draft: of a new program when `id` is null. Answers the program as it is kept. */
export function useSaveDraft(id: string | null) {
  const put = usePutProgram();
  return useMutation({
    mutationFn: (form: DraftForm) =>
      id === null
        ? change<ProgramView>('POST', '/api/programs', form)
        : change<ProgramView>('PUT', `${pathOf(id)}/draft`, form),
    onSuccess: put,
  });
}

export type PublishProgram = PublishForm & { readonly id: string };

export function usePublishProgram() {
  const put = usePutProgram();
  return useMutation({
    mutationFn: ({ id, ...form }: PublishProgram) => change<ProgramView>('POST', `${pathOf(id)}/publish`, form),
    onSuccess: put,
  });
}

export function useEndProgram(id: string) {
  const put = usePutProgram();
  return useMutation({ mutationFn: () => change<ProgramView>('POST', `${pathOf(id)}/end`), onSuccess: put });
}

/** Takes the answer over and reads lists again; standings may have moved with the program. */
function usePutProgram() {
  const queries = useQueryClient();
  return async (program: ProgramView) => {
    queries.setQueryData(keys.program(program.id), program);
    await queries.invalidateQueries({ queryKey: keys.programs });
    await queries.invalidateQueries({ queryKey: keys.home });
    // Its `now` says whether a version is in effect, and one published this moment began after it was read.
    await queries.invalidateQueries({ queryKey: keys.shop });
  };
}
