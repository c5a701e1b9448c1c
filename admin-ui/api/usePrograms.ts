import { useQuery } from '@tanstack/react-query';
import type { ProgramRowView } from '../../shared/contract/program.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

export const usePrograms = () =>
  useQuery({
    queryKey: keys.programs,
    queryFn: ({ signal }) => read<readonly ProgramRowView[]>('/api/programs', {}, signal),
  });
