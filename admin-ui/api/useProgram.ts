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

/** Faults and example of a draft. It changes nothing, so it is a reading although it travels as a POST. */
export const useProgramCheck = (draft: ProgramDraft) =>
  useQuery({
    queryKey: [...keys.programCheck, draft],
    queryFn: () => change<ProgramCheckView>('POST', '/api/programs/check', { draft }),
    placeholderData: keepPreviousData,
  });
