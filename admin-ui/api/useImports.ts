import { useQuery } from '@tanstack/react-query';
import type { ImportView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

const LOOK_AGAIN_MS = 2_000;

export const isUnderWay = (imports: readonly ImportView[]) =>
  imports.some(({ state }) => state === 'running' || state === 'reading');

/** The imports as Home knew them, asked again every two seconds while one is under way. */
export const useImports = (known: readonly ImportView[]) =>
  useQuery({
    queryKey: keys.imports,
    queryFn: ({ signal }) => read<readonly ImportView[]>('/api/imports', {}, signal),
    initialData: known,
    refetchInterval: ({ state }) => (isUnderWay(state.data ?? []) ? LOOK_AGAIN_MS : false),
  });
