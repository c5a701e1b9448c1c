import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportView } from '../../shared/contract/api.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

export function useStartImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => change<readonly ImportView[]>('POST', '/api/imports'),
    onSuccess: (imports) => queries.setQueryData(keys.imports, imports),
  });
}
