import { metafieldKey, type ShopState } from './state.ts';
import type { Metafield } from './things.ts';

/** Our app's number, as it stands in the real name of `$app`. */
export const APP_ID = 9_007_001;

/** `$app` and `$app:more` are short for a namespace that belongs to our app alone. */
export function resolveNamespace(namespace: string): string {
  if (namespace === '$app') return `app--${APP_ID}`;
  return namespace.startsWith('$app:') ? `app--${APP_ID}--${namespace.slice('$app:'.length)}` : namespace;
}

/** `owner` is a gid; null when there is none. */
export const findMetafield = (state: ShopState, owner: string, namespace: string, key: string): Metafield | null =>
  state.metafields.get(metafieldKey(owner, resolveNamespace(namespace), key)) ?? null;

export const metafieldsOf = (state: ShopState, owner: string): readonly Metafield[] =>
  [...state.metafields.values()].filter((each) => each.owner === owner);
