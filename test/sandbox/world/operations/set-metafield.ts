import type { ShopContext } from '../context.ts';
import { findMetafield, metafieldsOf, resolveNamespace } from '../metafields.ts';
import { metafieldKey } from '../state.ts';
import type { Metafield } from '../things.ts';

export type SetMetafield = {
  readonly owner: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
};

/** Makes or replaces one metafield. */
export function setMetafield(context: ShopContext, input: SetMetafield): Metafield {
  const { state, now, nextId } = context;
  const namespace = resolveNamespace(input.namespace);
  const before = findMetafield(state, input.owner, namespace, input.key);
  const at = now();
  const metafield = {
    ...input,
    namespace,
    id: before?.id ?? nextId(),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  state.metafields.set(metafieldKey(input.owner, namespace, input.key), metafield);
  return metafield;
}

/** Takes one metafield away; whether there was one. */
export const removeMetafield = ({ state }: ShopContext, owner: string, namespace: string, key: string): boolean =>
  state.metafields.delete(metafieldKey(owner, resolveNamespace(namespace), key));

/** Takes away all that belong to something that is gone. */
export function removeMetafieldsOf({ state }: ShopContext, owner: string): void {
  for (const { namespace, key } of metafieldsOf(state, owner)) {
    state.metafields.delete(metafieldKey(owner, namespace, key));
  }
}
