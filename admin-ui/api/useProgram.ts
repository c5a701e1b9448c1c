import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProgramCheckView, ProgramView } from '../../shared/contract/program.ts';
import type { ProgramDraft } from '../../shared/domain/program/draft.ts';
import { change, read } from './client.ts';
import { keys } from './keys.ts';

export const useProgram = (id: string) =>
  useQuery({
    queryKey: keys.program(id),
    queryFn: ({ signal }) => read<ProgramView>(`/api/programs/${encodeURIComponent(id)}`, {}, signal),
  });

/** What was said of a draft, and of which one: while the next answer is on its way, the last one stands. */
export type CheckedDraft = ProgramCheckView & { readonly draft: ProgramDraft };

/** Faults and example of a draft. It changes nothing, so it is a reading although it travels as a POST. */
export const useProgramCheck = (draft: ProgramDraft) =>
  useQuery({
    queryKey: [...keys.programCheck, draft],
    queryFn: async (): Promise<CheckedDraft> => ({
      ...(await change<ProgramCheckView>('POST', '/api/programs/check', { draft })),
      draft,
    }),
    placeholderData: keepPreviousData,
  });
