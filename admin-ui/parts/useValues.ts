import { useCallback, useMemo, useState } from 'react';

export type Values<T> = {
  readonly values: T;
  readonly isChanged: boolean;
  readonly set: <K extends keyof T>(field: K, value: T[K]) => void;
  /** Takes these for saved. */
  readonly accept: (saved: T) => void;
  readonly discard: () => void;
};

/** What a form holds, beside what was saved last. */
export function useValues<T extends object>(initial: T): Values<T> {
  const [saved, setSaved] = useState(initial);
  const [values, setValues] = useState(initial);
  const isChanged = useMemo(() => JSON.stringify(saved) !== JSON.stringify(values), [saved, values]);
  const set = useCallback<Values<T>['set']>((field, value) => setValues((seen) => ({ ...seen, [field]: value })), []);
  const accept = useCallback((accepted: T) => {
    setSaved(accepted);
    setValues(accepted);
  }, []);
  const discard = useCallback(() => setValues(saved), [saved]);
  return { values, isChanged, set, accept, discard };
}
