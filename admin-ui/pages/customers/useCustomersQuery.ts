import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CustomersQuery } from '../../api/useCustomers.ts';
import { useDebounced } from '../../route/useDebounced.ts';
import { useKeysetPaging } from '../../route/useKeysetPaging.ts';

const WAIT_MS = 250;
const PAGE_MAX = 25;

/** Search, filters, order and page as the address holds them, so that a link or the back button brings them back. */
export function useCustomersQuery() {
  const [params, setParams] = useSearchParams();
  const paging = useKeysetPaging();
  const inAddress = params.get('search') ?? '';
  const [typed, setTyped] = useState(inAddress);
  const settled = useDebounced(typed, WAIT_MS);
  const asked = useRef(inAddress);

  const set = (field: string, value: string) =>
    setParams(
      (seen) => {
        const next = new URLSearchParams(seen);
        next.delete('after');
        if (value === '') next.delete(field);
        else next.set(field, value);
        return next;
      },
      { replace: true },
    );

  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    set('search', settled.trim());
  });
  useEffect(() => {
    if (inAddress === asked.current.trim()) return;
    asked.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);

  const states = params.get('states') ?? '';
  const has = params.get('has') ?? '';
  const order = params.get('order') ?? 'newest';
  const clear = () => {
    asked.current = '';
    setTyped('');
    setParams((seen) => without(seen, ['search', 'states', 'has', 'after']), { replace: true });
  };
  return {
    query: queryOf(inAddress, { states, has, order, after: paging.after }),
    typed,
    setTyped,
    set,
    clear,
    paging,
  };
}

type InAddress = {
  readonly states: string;
  readonly has: string;
  readonly order: string;
  readonly after: string | null;
};

const queryOf = (search: string, { states, has, order, after }: InAddress): CustomersQuery => ({
  search,
  states: states === '' ? ['entered', 'check'] : states.split(','),
  has: has === '' ? null : has,
  order,
  after,
  max: PAGE_MAX,
});

function without(seen: URLSearchParams, names: readonly string[]): URLSearchParams {
  const params = new URLSearchParams(seen);
  for (const name of names) params.delete(name);
  return params;
}
