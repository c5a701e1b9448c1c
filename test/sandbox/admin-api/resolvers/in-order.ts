import type { Order } from '../../world/things.ts';

/** A part of an order that knows which. */
export type InOrder<T> = T & { readonly order: Order };

export const inOrder = <T>(order: Order, parts: readonly T[]): readonly InOrder<T>[] =>
  parts.map((part) => ({ ...part, order }));
