import { gid } from '../world/gid.ts';
import { findMetafield } from '../world/metafields.ts';
import type { ShopState } from '../world/state.ts';
import type { Product } from '../world/things.ts';

const VALUE_BYTES_MAX = 10_000;
const LIST_MAX = 100;

type Asked = { readonly namespace?: string | null; readonly key: string };

/** The field `metafield` of a thing. Without a namespace it is the app's own; a long value is silently not there. */
export const metafieldField =
  (state: ShopState, owner: string) =>
  ({ namespace, key }: Asked): object | null => {
    const found = findMetafield(state, owner, namespace ?? '$app', key);
    if (found === null || Buffer.byteLength(found.value) > VALUE_BYTES_MAX) return null;
    return { type: found.type, value: found.value, jsonValue: jsonOf(found.value) };
  };

/** A value that is no JSON is given as the text it is. */
function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Lists of more than 100 are refused by Shopify. */
function checked(list: readonly string[]): readonly string[] {
  if (list.length > LIST_MAX) throw new Error(`a list of ${list.length} in the input query, at most ${LIST_MAX}`);
  return list;
}

/** Questions about tags; the tags themselves are not told. */
export const tagFields = (own: readonly string[]): object => ({
  hasAnyTag: ({ tags }: { readonly tags: readonly string[] }) => checked(tags).some((tag) => own.includes(tag)),
  hasTags: ({ tags }: { readonly tags: readonly string[] }) =>
    checked(tags).map((tag) => ({ tag, hasTag: own.includes(tag) })),
});

/** Questions about collections. */
export const collectionFields = ({ collections }: Product): object => {
  const isIn = (id: string) => collections.some((each) => gid('Collection', each.id) === id);
  return {
    inAnyCollection: ({ ids }: { readonly ids: readonly string[] }) => checked(ids).some(isIn),
    inCollections: ({ ids }: { readonly ids: readonly string[] }) =>
      checked(ids).map((collectionId) => ({ collectionId, isMember: isIn(collectionId) })),
  };
};
