import type { Instant } from '../../shared/domain/ids.ts';
import type { Clock } from './ports/clock.ts';

/** How old what we know may be where every read counts; another process may have changed it meanwhile. */
const MAX_AGE_MS = 2000;
/** A shop's share is few kilobytes; one process seldom serves more than so many within two seconds. */
const KEPT_MAX = 1000;

/** What a slow reader said a moment ago. For what changes seldom and whose change may be seen two seconds later. */
export type Recent<K, V> = {
  readonly find: (key: K) => Promise<V>;
  /** It has changed, here: the next one reads again. */
  readonly forget: (key: K) => void;
};

type Kept<V> = { readonly readAt: Instant; readonly value: Promise<V> };

/** Reads once in two seconds, however many ask; a failure is not kept. */
export function createRecent<K, V>(read: (key: K) => Promise<V>, clock: Clock): Recent<K, V> {
  const kept = new Map<K, Kept<V>>();
  const readAgain = (key: K): Promise<V> => {
    if (kept.size >= KEPT_MAX) kept.clear();
    const value = read(key);
    kept.set(key, { readAt: clock.now(), value });
    value.catch(() => kept.delete(key));
    return value;
  };
  return {
    find: (key) => {
      const known = kept.get(key);
      const isRecent = known !== undefined && Math.abs(clock.now() - known.readAt) < MAX_AGE_MS;
      return isRecent ? known.value : readAgain(key);
    },
    forget: (key) => {
      kept.delete(key);
    },
  };
}
