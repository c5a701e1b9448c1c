import { useLocation, useSearchParams } from 'react-router-dom';

export type Paging = {
  /** Where this page begins: opaque, from the server; null on the first page. */
  readonly after: string | null;
  readonly previous: (() => void) | null;
  readonly next: ((after: string) => void) | null;
};

/**
 * Paging by keys goes forward only, so the way back is remembered beside the address (it survives a reload).
 * Without it, as after opening somebody's link, back means the first page.
 */
export function useKeysetPaging(): Paging {
  const [params, setParams] = useSearchParams();
  const trail = readTrail(useLocation().state);
  const after = params.get('after');
  const goTo = (to: string | null, trail: readonly (string | null)[]) =>
    setParams((seen) => withAfter(seen, to), { state: { trail } });
  return {
    after,
    previous: after === null ? null : () => goTo(trail.at(-1) ?? null, trail.slice(0, -1)),
    next: (to) => goTo(to, [...trail, after]),
  };
}

function withAfter(seen: URLSearchParams, after: string | null): URLSearchParams {
  const params = new URLSearchParams(seen);
  if (after === null) params.delete('after');
  else params.set('after', after);
  return params;
}

function readTrail(state: unknown): readonly (string | null)[] {
  if (typeof state !== 'object' || state === null || !('trail' in state) || !Array.isArray(state.trail)) return [];
  return state.trail.filter((each) => each === null || typeof each === 'string');
}
