import type { ReactNode } from 'react';
import { Failed } from './Failed.tsx';

type Query<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => unknown;
};

type Props<T> = {
  readonly query: Query<T>;
  readonly loading: ReactNode;
  readonly children: (data: T) => ReactNode;
};

/** The three states of every reading. What was read once stays on screen even if reading it again fails. */
export function Loaded<T>({ query, loading, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && !query.isFetching) {
    return <Failed thrown={query.error} onRetry={() => void query.refetch()} />;
  }
  return <>{loading}</>;
}
