import { QueryClient } from '@tanstack/react-query';
import { failureOf } from './request-failed.ts';

const FRESH_MS = 10_000;

/** One more try when the server could not be reached; a refusal is an answer and is shown at once. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (tries, thrown) => tries < 1 && failureOf(thrown).kind === 'network',
        retryDelay: 500,
      },
    },
  });
